using System.Buffers;
using System.Text;

namespace TicketExport.Rendering;

internal static class TextSanitizer
{
    // Removes what a reader cannot see and a tracker may obey: control characters, direction overrides, tag characters and
    // characters of no width. Every mandatory line break of Unicode becomes \n; a lone surrogate becomes U+FFFD.
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
        {
            return text ?? "";
        }

        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (status == OperationStatus.Done && rune.Value == '\r' && Next(text, i) == '\n')
            {
                continue;
            }

            Append(output, text, i, rune);
            i += length - 1;
        }

        return output.ToString();
    }

    // Spaces and line breaks become one space each; for places that hold one line.
    public static string CleanLine(string? text) => Clean(text).Replace('\n', ' ').Trim(' ', '\t');

    private static void Append(StringBuilder output, string text, int index, Rune rune)
    {
        if (IsLineBreak(rune.Value))
        {
            output.Append('\n');
        }
        else if (IsJoiner(rune.Value) ? JoinsLetters(output, text, index) : !IsRemoved(rune.Value))
        {
            output.Append(rune.ToString());
        }
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            var special = character < ' ' ? character is not ('\n' or '\t') : character is >= '\u007F' and (<= '\u00AD' or >= '\u061C');
            if (special && (char.IsControl(character) || char.IsSurrogate(character) || IsJoiner(character) || IsLineBreak(character) || IsRemoved(character)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLineBreak(int value) => value is '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;

    private static bool IsJoiner(int value) => value is 0x200C or 0x200D;

    // The two joiners shape emoji and scripts such as Persian and Hindi, never ASCII, where they only hide.
    private static bool JoinsLetters(StringBuilder output, string text, int index) =>
        output.Length > 0 && output[^1] > '\u00FF' && Next(text, index) is var next && next > '\u00FF' && !IsRemoved(next) && !IsJoiner(next);

    private static bool IsRemoved(int value) => value switch
    {
        '\t' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0xAD or 0x61C or 0x180E or 0xFEFF => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => false,
    };

    private static char Next(string text, int index) => index + 1 < text.Length ? text[index + 1] : '\0';
}
