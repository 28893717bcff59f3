using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TicketExport.Rendering;

internal static class LinkAddress
{
    // Only an absolute http(s) address without credentials becomes a link. What Markdown or a table could misread is percent-encoded.
    public static bool TryCreate(string? address, [NotNullWhen(true)] out string? destination)
    {
        destination = null;
        if (string.IsNullOrEmpty(address) || !IsPlain(address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return false;
        }

        if ((uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.UserInfo.Length > 0 || uri.Host.Length == 0)
        {
            return false;
        }

        destination = Encode(Ascii.IsValid(address) ? address : WithAsciiHost(uri));
        return true;
    }

    // An ampersand that would start an entity is written as one.
    public static string ForMarkdown(string destination)
    {
        var output = new StringBuilder(destination.Length + 16);
        for (var i = 0; i < destination.Length; i++)
        {
            _ = destination[i] == '&' && MarkdownEscape.StartsEntity(destination.AsSpan(i + 1))
                ? output.Append("&amp;")
                : output.Append(destination[i]);
        }

        return output.ToString();
    }

    // A name in other letters is shown as punycode, so that it cannot pass for another name.
    private static string WithAsciiHost(Uri uri) => new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;

    private static bool IsPlain(string address)
    {
        foreach (var character in address)
        {
            if (char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\')
            {
                return false;
            }
        }

        return ReferenceEquals(TextSanitizer.Clean(address), address);
    }

    private static string Encode(string address)
    {
        var output = new StringBuilder(address.Length + 16);
        foreach (var character in address)
        {
            _ = character is '(' or ')' or '<' or '>' or '"' or '`' or '|' or '{' or '}' or '^'
                ? output.Append(Uri.HexEscape(character))
                : output.Append(character);
        }

        return output.ToString();
    }
}
