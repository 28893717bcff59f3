using System.Buffers;

namespace TicketExport.Contract.Internal;

/// <summary>The character classes of the contract.</summary>
internal static class CharacterRules
{
    private static readonly SearchValues<char> SourceTypeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool IsLine(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (IsBreakOrControl(character))
            {
                return false;
            }
        }

        return !text.IsWhiteSpace();
    }

    public static bool IsSourceType(ReadOnlySpan<char> text) =>
        char.IsAsciiLetterLower(text[0]) && !text.ContainsAnyExcept(SourceTypeCharacters);

    public static bool IsVisibleAscii(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('!', '~');

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool IsHeaderName(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(TokenCharacters);

    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static bool IsBreakOrControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
