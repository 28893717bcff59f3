using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288) by which many APIs name the next page.</summary>
public static class LinkHeader
{
    /// <summary>The address of the next page.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="access">Where the answer is from: a page elsewhere would be sent the credentials, and is not given.</param>
    /// <returns><see langword="null"/> on the last page, and when the header cannot be read.</returns>
    public static Uri? ReadNext(TicketHttpAnswer answer, TicketHttpAccess access)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(access);
        var rest = answer.GetHeader("Link").AsSpan();
        while (TryReadOne(ref rest, out var target, out var isNext))
        {
            if (isNext && Uri.TryCreate(access.Root, target, out var address) && access.IsHome(address))
            {
                return address;
            }
        }

        return null;
    }

    // <target>; rel="next"; other="x", <target> …
    private static bool TryReadOne(ref ReadOnlySpan<char> rest, [NotNullWhen(true)] out string? target, out bool isNext)
    {
        (target, isNext) = (null, false);
        rest = rest.TrimStart(" ,");
        var end = rest.IndexOf('>');
        if (rest.IsEmpty || rest[0] != '<' || end < 0)
        {
            return false;
        }

        target = rest[1..end].ToString();
        rest = rest[(end + 1)..];
        var length = LengthOfParameters(rest);
        foreach (var range in rest[..length].Split(';'))
        {
            isNext |= IsNext(rest[..length][range]);
        }

        rest = rest[length..];
        return true;
    }

    // A comma inside quotes does not end the link.
    private static int LengthOfParameters(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == ',' && !quoted)
            {
                return i;
            }
        }

        return text.Length;
    }

    // rel may name several relations, parted by spaces.
    private static bool IsNext(ReadOnlySpan<char> parameter)
    {
        var at = parameter.IndexOf('=');
        if (at < 0 || !parameter[..at].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var value = parameter[(at + 1)..].Trim().Trim('"');
        foreach (var range in value.Split(' '))
        {
            if (value[range].Equals("next", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
