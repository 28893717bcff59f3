using System.Text;

namespace TicketExport.Rendering;

internal static class PlainTextEscape
{
    public static void Append(StringBuilder output, ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart().Length;
        for (var i = 0; i < line.Length; i++)
        {
            var next = i + 1 < line.Length ? line[i + 1] : '\0';
            if (i == start && line[i] == '/' && char.IsAsciiLetter(next))
            {
                output.Append(MarkdownEscape.WordJoiner);
            }

            output.Append(line[i]);
            if ((line[i] == '@' && IsMention(line, i)) || (line[i] == '[' && IsHtmlTag(line[(i + 1)..])))
            {
                output.Append(MarkdownEscape.WordJoiner);
            }
        }
    }

    // An address of mail keeps its sign: in front of it stands a letter.
    private static bool IsMention(ReadOnlySpan<char> line, int index) =>
        index + 1 < line.Length && (char.IsLetterOrDigit(line[index + 1]) || line[index + 1] is '_' or '-' or '[')
        && (index == 0 || !char.IsLetterOrDigit(line[index - 1]));

    // ServiceNow reads HTML between [code] and [/code].
    private static bool IsHtmlTag(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("/") ? rest[1..] : rest).StartsWith("code]", StringComparison.OrdinalIgnoreCase);
}
