using System.Buffers;
using System.Net;

namespace TicketExport.Http;

/// <summary>Says, without a network, whether a target's address is safe to send to.</summary>
public static class TargetAddress
{
    private static readonly SearchValues<char> Unsafe =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Concat(Enumerable.Range(0x7F, 0x21)).Select(static code => (char)code), '\\']);

    /// <summary>Finds what makes an address unsafe.</summary>
    /// <param name="address">The address as configured; its original text is looked at too.</param>
    /// <param name="policy">Where the address may lie.</param>
    /// <returns>The broken rule as a clause, such as "it holds a user name"; <see langword="null"/> when the address can be used.</returns>
    public static string? FindProblem(Uri? address, NetworkPolicy policy)
    {
        if (address is null)
        {
            return "there is none";
        }

        // Looked at first: the parser drops line breaks and tabs without a word.
        if (address.OriginalString.AsSpan().IndexOfAny(Unsafe) >= 0)
        {
            return "it holds spaces, control characters or backslashes";
        }

        if (!address.IsAbsoluteUri || address.Host.Length == 0)
        {
            return "it is not an absolute address";
        }

        if (address.UserInfo.Length > 0)
        {
            return "it holds a user name or password";
        }

        return address.Fragment.Length > 0 ? "it holds a fragment" : FindReachProblem(address, policy);
    }

    private static string? FindReachProblem(Uri address, NetworkPolicy policy)
    {
        var isLoopback = IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip);
        if (isLoopback && policy == NetworkPolicy.Loopback)
        {
            return address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps ? null : "its scheme is not https or http";
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return "its scheme is not https";
        }

        return isLoopback || IsLocalName(address.IdnHost) ? "it leads to this machine" : null;
    }

    private static bool IsLocalName(string host)
    {
        var name = host.AsSpan().TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
