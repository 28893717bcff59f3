using System.Net;

namespace TicketExport.Http.Internal;

// Judges where an address leads. The same rules serve a settings page, every request before it leaves and every address that is dialled.
internal static class AddressReach
{
    public static AddressRule? FindProblem(Uri address, NetworkPolicy policy)
    {
        var isHttp = address.Scheme == Uri.UriSchemeHttp;
        if (!isHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            return AddressRule.Scheme;
        }

        if (address.UserInfo.Length > 0)
        {
            return AddressRule.UserName;
        }

        var problem = IPAddress.TryParse(address.IdnHost.AsSpan().TrimEnd('.'), out var ip)
            ? FindProblem(ip, isHttp, policy) ?? FindSpellingProblem(address)
            : FindNameProblem(address, isHttp, policy);
        return problem ?? (PortRule.Allows(address.Port, address.IsDefaultPort, policy) ? null : AddressRule.Port);
    }

    public static AddressRule? FindProblem(IPAddress address, bool isHttp, NetworkPolicy policy)
    {
        var plain = AddressTable.Unmap(address);
        if (AddressTable.RuleOf(plain) is not { } rule)
        {
            return isHttp ? AddressRule.Scheme : null;
        }

        if (AddressTable.IsNeverAllowed(plain))
        {
            return rule;
        }

        if (rule == AddressRule.Loopback && policy.AllowsLoopback)
        {
            return null;
        }

        if (!policy.Networks.Any(network => network.Contains(plain)))
        {
            return rule;
        }

        return AddressTable.Embedded(plain) is { } embedded
            ? FindProblem(embedded, isHttp, policy)
            : isHttp && !policy.AllowsHttp ? AddressRule.Scheme : null;
    }

    // The platform reads full-width digits, a zone and a trailing dot; a person who means an address writes it as one.
    private static AddressRule? FindSpellingProblem(Uri address) =>
        address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && !address.IdnHost.Contains('%', StringComparison.Ordinal)
            ? null
            : AddressRule.HostSpelling;

    private static AddressRule? FindNameProblem(Uri address, bool isHttp, NetworkPolicy policy) =>
        address.HostNameType != UriHostNameType.Dns
            ? AddressRule.HostSpelling
            : HostNameRule.FindProblem(address.IdnHost, policy) ?? (isHttp && !policy.AllowsHttp ? AddressRule.Scheme : null);
}
