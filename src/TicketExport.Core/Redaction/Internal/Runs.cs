using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>Reads runs of characters and judges what they look like.</summary>
internal static class Runs
{
    private const int LeastVariety = 6;

    /// <summary>The end of the run of <paramref name="alphabet"/> that starts at <paramref name="start"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int start, SearchValues<char> alphabet) =>
        text[start..].IndexOfAnyExcept(alphabet) is var length and >= 0 ? start + length : text.Length;

    /// <summary>The place of the first of <paramref name="stops"/> from <paramref name="start"/> on.</summary>
    public static int Until(ReadOnlySpan<char> text, int start, SearchValues<char> stops) =>
        text[start..].IndexOfAny(stops) is var length and >= 0 ? start + length : text.Length;

    /// <summary>As <see cref="Until(ReadOnlySpan{char}, int, SearchValues{char})"/>, looking at most <paramref name="most"/> characters ahead.</summary>
    public static int Until(ReadOnlySpan<char> text, int start, SearchValues<char> stops, int most) =>
        Until(text[..Math.Min(text.Length, start + most)], start, stops);

    public static bool IsInsideWord(ReadOnlySpan<char> text, int start) => start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]);

    /// <summary>Skips blanks, at most <paramref name="most"/> of them.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int start, int most)
    {
        var end = Math.Min(text.Length, start + most);
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start;
    }

    /// <summary>Takes back what ends the sentence and not the value.</summary>
    public static int TrimSentence(ReadOnlySpan<char> text, int start, int end) => start + text[start..end].TrimEnd(".,;:!?-").Length;

    /// <summary>Whether a value has as many different characters as a generated one has; <c>xxxxxxxx</c> has not.</summary>
    public static bool IsVaried(ReadOnlySpan<char> value)
    {
        Span<char> seen = stackalloc char[LeastVariety];
        var count = 0;
        foreach (var character in value)
        {
            if (!seen[..count].Contains(character))
            {
                seen[count++] = character;
                if (count == LeastVariety)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a value can be a generated secret: varied, and not one that a vendor documents as an example.</summary>
    public static bool IsSecretLike(ReadOnlySpan<char> value) => IsVaried(value) && value.IndexOf("EXAMPLE", StringComparison.Ordinal) < 0;

    public static bool HasDigit(ReadOnlySpan<char> value) => value.ContainsAny(Alphabets.Digits);

    /// <summary>Whether a value looks generated and not like a word: it has a digit, or capitals after small letters.</summary>
    public static bool IsGenerated(ReadOnlySpan<char> value)
    {
        var hasLower = false;
        foreach (var character in value)
        {
            if (char.IsAsciiDigit(character) || (hasLower && char.IsAsciiLetterUpper(character)))
            {
                return true;
            }

            hasLower |= char.IsAsciiLetterLower(character);
        }

        return false;
    }

    /// <summary>Whether a value stands for another: <c>&lt;token&gt;</c>, <c>${TOKEN}</c>, <c>{token}</c>, <c>***</c>.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value.IsEmpty
        || value[0] is '<' or '{' or '$' or '[' or '*' or '(' or ':'
        || value.StartsWith("%7B", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("%3C", StringComparison.OrdinalIgnoreCase)
        || value is "%s" or "%d" or "%v"
        || (value[0] == '%' && value[^1] == '%')
        || value.IndexOfAnyExcept(value[0]) < 0;
}
