namespace TicketExport.Contract.Internal;

/// <summary>Addresses that may stand in a ticket: what a person sees is where the link leads, and nothing in it is a secret login.</summary>
internal static class WebAddress
{
    private static readonly string[] Schemes = ["https://", "http://"];

    public static bool IsSafe(string address)
    {
        var scheme = Array.Find(Schemes, prefix => address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (scheme is null || HasForbiddenCharacter(address))
        {
            return false;
        }

        var rest = address.AsSpan(scheme.Length);
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        return !authority.IsEmpty && !authority.Contains('@') && Uri.TryCreate(address, UriKind.Absolute, out _);
    }

    private static bool HasForbiddenCharacter(ReadOnlySpan<char> address)
    {
        foreach (var character in address)
        {
            if (character == '\\' || char.IsControl(character) || char.IsWhiteSpace(character) || IsInvisible(character))
            {
                return true;
            }
        }

        return false;
    }

    // Zero-width and direction characters make an address look like another one.
    private static bool IsInvisible(char character) =>
        character is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';
}
