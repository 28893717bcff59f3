using System.Net;
using System.Text;

namespace TicketExport.Http.Internal;

// Holds the host as it was written against the host that is asked for. Parsers drop and fold characters without a word; a person who
// checks a setting sees the written one.
internal static class WrittenHost
{
    public static bool HoldsUserName(Uri address) => Authority(address.OriginalString).Contains('@');

    public static bool IsPlain(Uri address)
    {
        var written = WithoutPort(Authority(address.OriginalString));
        return address.HostNameType == UriHostNameType.Dns
            ? IsPlainName(written, address.IdnHost) && !IPAddress.TryParse(address.IdnHost.AsSpan().TrimEnd('.'), out _)
            : written.Equals(address.Host, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Authority(ReadOnlySpan<char> text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? [] : text[(start + 3)..];
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
    }

    // Label by label: an ASCII label stays as it is, and any other has a punycode form. One that has none was folded away.
    private static bool IsPlainName(ReadOnlySpan<char> written, ReadOnlySpan<char> asked)
    {
        while (true)
        {
            var (writtenDot, askedDot) = (written.IndexOf('.'), asked.IndexOf('.'));
            if (!IsPlainLabel(writtenDot < 0 ? written : written[..writtenDot], askedDot < 0 ? asked : asked[..askedDot]))
            {
                return false;
            }

            if (writtenDot < 0 || askedDot < 0)
            {
                return writtenDot == askedDot;
            }

            written = written[(writtenDot + 1)..];
            asked = asked[(askedDot + 1)..];
        }
    }

    private static bool IsPlainLabel(ReadOnlySpan<char> written, ReadOnlySpan<char> asked) =>
        Ascii.IsValid(written)
            ? written.Equals(asked, StringComparison.OrdinalIgnoreCase)
            : asked.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);
}
