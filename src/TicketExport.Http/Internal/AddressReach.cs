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

        if (HostNameRule.TryGetHost(address) is not { } host)
        {
            return AddressRule.HostSpelling;
        }

        var problem = IPAddress.TryParse(host.AsSpan().TrimEnd('.'), out var ip)
            ? FindProblem(ip, isHttp, policy)
            : FindNameProblem(address.HostNameType, host, isHttp, policy);
        return problem ?? FindPortProblem(address, policy) ?? FindSpellingProblem(address);
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

    private static AddressRule? FindPortProblem(Uri address, NetworkPolicy policy) =>
        PortRule.Allows(address.Port, address.IsDefaultPort, policy) ? null : AddressRule.Port;

    private static AddressRule? FindSpellingProblem(Uri address) => WrittenHost.IsPlain(address) ? null : AddressRule.HostSpelling;

    private static AddressRule? FindNameProblem(UriHostNameType type, string host, bool isHttp, NetworkPolicy policy) =>
        type != UriHostNameType.Dns
            ? AddressRule.HostSpelling
            : HostNameRule.FindProblem(host, policy) ?? (isHttp && !policy.AllowsHttp ? AddressRule.Scheme : null);
}
