using System.Text;

namespace TicketExport.Rendering;

// Writes one line of plain text so that Jira's renderer shows it as it is. A backslash in front of one of -#*_+?^~|%{}[]()!@ stops it,
// unless another backslash stands before. For everything else a WORD JOINER parts what would be read together.
internal static class JiraWikiEscape
{
    public const char WordJoiner = MarkdownEscape.WordJoiner;

    private const int LongestEmoticon = 8;

    public static void Append(StringBuilder output, ReadOnlySpan<char> text, bool atLineStart)
    {
        if (atLineStart && OpensBlock(text))
        {
            output.Append(WordJoiner);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (IsMarkup(text, i) || (i == 0 && atLineStart && text[0] is '-' or '#'))
            {
                output.Append('\\');
            }

            output.Append(text[i]);
            if (NeedsParting(text, i))
            {
                output.Append(WordJoiner);
            }
        }
    }

    private static bool IsMarkup(ReadOnlySpan<char> text, int index)
    {
        var previous = At(text, index - 1);
        var next = At(text, index + 1);
        return text[index] switch
        {
            '*' or '^' or '~' or '|' or '{' or '}' or '[' or ']' => true,
            '!' => next != ' ',
            '?' => previous == '?' || next == '?',
            '_' or '-' or '+' => !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)) && !(previous == ' ' && next == ' '),
            '(' => StartsEmoticon(text[(index + 1)..]),
            _ => false,
        };
    }

    private static bool NeedsParting(ReadOnlySpan<char> text, int index)
    {
        var next = At(text, index + 1);
        return text[index] switch
        {
            '\\' => next == '\0' || (char.IsAscii(next) && !char.IsLetterOrDigit(next) && next != ' '),
            '[' or '{' or '!' => next is not ('\0' or ' '),
            '&' => MarkdownEscape.StartsEntity(text[(index + 1)..]) && next != '\0',
            ':' => text[(index + 1)..].StartsWith("//") || EndsScheme(text[..index], "mailto") || EndsScheme(text[..index], "file") || IsFace(text, index),
            ';' => next == ')',
            'w' or 'W' => next == '.' && EndsScheme(text[..index], "ww"),
            _ => false,
        };
    }

    private static bool OpensBlock(ReadOnlySpan<char> text) =>
        text.StartsWith("bq.", StringComparison.OrdinalIgnoreCase) || (text.Length > 2 && text[0] is 'h' or 'H' && char.IsAsciiDigit(text[1]) && text[2] == '.');

    private static bool EndsScheme(ReadOnlySpan<char> before, string scheme) => before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsFace(ReadOnlySpan<char> text, int index) =>
        At(text, index + 1) is ')' or '(' or 'P' or 'p' or 'D' && !char.IsLetterOrDigit(At(text, index + 2));

    // Such as (x), (/), (on) and (flag), which become pictures.
    private static bool StartsEmoticon(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestEmoticon)].IndexOf(')');
        return end > 0 && rest[..end].IndexOf(' ') < 0;
    }

    private static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';
}
