using System.Buffers;
using System.Text;

namespace TicketExport.Rendering;

// Writes one line of plain text so that CommonMark and GFM show it as it is. A backslash stops what a Markdown parser reads. It
// cannot stop mentions and references, which trackers look for in the rendered text: there a WORD JOINER (U+2060, no width, no
// break) stands behind the sigil, so that "@team" is no name and "#12" no number any more, for any reader of the text.
internal static class MarkdownEscape
{
    public const char WordJoiner = '\u2060';

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxlcdmIVXLCDM");
    private static readonly SearchValues<char> AsciiDigits = SearchValues.Create("0123456789");

    public static void Append(StringBuilder output, ReadOnlySpan<char> text, bool atLineStart)
    {
        var marker = atLineStart ? ListMarkerIndex(text) : -1;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '<' && !IsLoneLess(text, i))
            {
                output.Append("&lt;");
                continue;
            }

            if (character == '&' && StartsEntity(text[(i + 1)..]))
            {
                output.Append("&amp;");
                continue;
            }

            if (i == marker || (i == 0 && atLineStart && StartsBlock(text)) || IsMarkup(text, i))
            {
                output.Append('\\');
            }

            output.Append(character);
            if (IsSigil(text, i))
            {
                output.Append(WordJoiner);
            }
        }
    }

    // True as well where the text ends inside the name: what follows is not known here.
    public static bool StartsEntity(ReadOnlySpan<char> rest)
    {
        var name = rest.StartsWith("#") ? rest[1..] : rest;
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(name[i]))
            {
                return name[i] == ';';
            }
        }

        return true;
    }

    private static bool IsMarkup(ReadOnlySpan<char> text, int index)
    {
        var character = text[index];
        var previous = At(text, index - 1);
        var next = At(text, index + 1);
        return character switch
        {
            '*' or '`' or '[' or ']' or '|' or '~' or '^' or '$' or '{' => true,
            '\\' => next == '\0' || char.IsAsciiLetterOrDigit(next) is false && char.IsAscii(next) && next > ' ',
            '_' => !(char.IsAsciiLetterOrDigit(previous) && char.IsAsciiLetterOrDigit(next)),
            '=' or '+' or '"' or ':' => previous == character || next == character,
            '#' => next == '\0',
            _ => false,
        };
    }

    private static bool IsSigil(ReadOnlySpan<char> text, int index)
    {
        var previous = At(text, index - 1);
        var next = At(text, index + 1);
        return text[index] switch
        {
            '@' => char.IsLetterOrDigit(next) || next is '_' or '-',
            // In the label of a link some readers take the bracket for the start of an image, escaped or not.
            '!' => char.IsDigit(next) || next == '[',
            '#' or '&' or '$' => char.IsDigit(next),
            '~' or '%' => !char.IsLetterOrDigit(previous) && (char.IsLetterOrDigit(next) || next is '"' or '_'),
            '[' => StartsBracketCommand(text[(index + 1)..]),
            '{' => next is '+' or '-',
            ':' => !char.IsAsciiLetterOrDigit(previous) && StartsEmojiName(text[(index + 1)..]),
            '-' => char.IsDigit(next) && index >= 2 && text.Slice(index - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool StartsBlock(ReadOnlySpan<char> text) => text[0] switch
    {
        '#' or '>' or '=' or ':' => true,
        '-' or '+' => !char.IsAsciiLetterOrDigit(At(text, 1)),
        '/' => char.IsAsciiLetter(At(text, 1)),
        _ => false,
    };

    // "1." and "1)", and for parsers with more list styles "a." and "iv.".
    private static int ListMarkerIndex(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(AsciiDigits);
        if (end == 0)
        {
            end = text.IndexOfAnyExcept(RomanDigits);
            end = end <= 0 && char.IsAsciiLetter(text[0]) ? 1 : end;
        }

        return end > 0 && At(text, end) is '.' or ')' && At(text, end + 1) is '\0' or ' ' or '\t' ? end : -1;
    }

    private static bool IsLoneLess(ReadOnlySpan<char> text, int index) => At(text, index + 1) is ' ' or '=';

    // GitLab acts on [[_TOC_]], [TOC], [ ], [+added+], [[page]] and [issue:1] after the Markdown was read.
    private static bool StartsBracketCommand(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is '[' or '_' or '+' or '-' || rest.StartsWith("TOC]", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var name = rest.IndexOfAnyExceptInRange('a', 'z');
        return (rest[0] is ' ' or 'x' or 'X' && At(rest, 1) == ']') || (name > 0 && rest[name] is ':' or '_');
    }

    private static bool StartsEmojiName(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(rest[i]) && rest[i] is not ('_' or '+' or '-'))
            {
                return i > 0 && rest[i] == ':';
            }
        }

        return false;
    }

    private static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';
}
