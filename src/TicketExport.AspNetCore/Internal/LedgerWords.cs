namespace TicketExport.AspNetCore.Internal;

/// <summary>Says early, as a problem of the request, what a ledger would refuse as misuse. Pure.</summary>
internal static class LedgerWords
{
    private const int MaxId = 256;

    /// <summary>Whether a text that people wrote can be stored: no control characters but line breaks and tabs, no half pairs.</summary>
    public static bool CanBeStored(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text can be an id at all; one that cannot names nothing.</summary>
    public static bool CanBeId(string? text) => text is { Length: > 0 and <= MaxId } && CanBeStored(text) && !text.AsSpan().ContainsAny('\n', '\r', '\t');
}
