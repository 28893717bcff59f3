using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Http;

/// <summary>Checks small texts of an answer before they are stored, put into a path or shown: they are untrusted.</summary>
public static class RemoteText
{
    /// <summary>The longest id or key that is taken over, in characters.</summary>
    public const int MaxIdLength = 256;

    /// <summary>The longest code that is taken over, in characters.</summary>
    public const int MaxCodeLength = 64;

    /// <summary>The longest address that is taken over, in characters.</summary>
    public const int MaxAddressLength = 2048;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.:#/@+=~");

    private static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");

    /// <summary>
    /// Whether a text can be a ticket's id or key: 1 to 256 ASCII letters, digits and <c>-_.:#/@+=~</c>, without <c>..</c>. Escape it all the same
    /// when it becomes part of a path.
    /// </summary>
    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxIdLength }
        && !text.AsSpan().ContainsAnyExcept(IdCharacters)
        && !text.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether a text can be a code or the name of a field: 1 to 64 ASCII letters, digits and <c>-_.</c></summary>
    public static bool IsCode([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxCodeLength } && !text.AsSpan().ContainsAnyExcept(CodeCharacters);

    /// <summary>Reads an address that people may open.</summary>
    /// <param name="text">The address as it came.</param>
    /// <param name="origin">Scheme, host and port that it must have; <see langword="null"/> for any host.</param>
    /// <returns>An absolute <c>https</c> or <c>http</c> address without user name; <see langword="null"/> for everything else.</returns>
    public static Uri? ReadAddress(string? text, Uri? origin = null)
    {
        if (text is not { Length: > 0 and <= MaxAddressLength }
            || text.AsSpan().ContainsAnyExceptInRange('!', '~')
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return null;
        }

        return origin is null || Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : null;
    }
}
