using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace TicketExport.Rendering;

internal static class JiraWikiInlineWriter
{
    // What the label of a link cannot hold: inside the brackets it has a meaning of its own.
    private static readonly SearchValues<char> LabelBreakers = SearchValues.Create("|[]{}\\!^~");

    private static readonly string[] Macros = ["adf", "anchor", "code", "color", "html", "include", "jira", "lorem", "noformat", "panel", "quote"];

    public static List<string> Lines(ImmutableArray<Inline> content, bool atLineStart) =>
        InlineLines.Of(content).ConvertAll(line => LineOf(line, atLineStart));

    private static string LineOf(List<Inline> line, bool atLineStart)
    {
        var output = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            Append(output, line[i], i + 1 < line.Count ? line[i + 1] : null, atLineStart);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, Inline inline, Inline? next, bool atLineStart)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                JiraWikiEscape.Append(output, value, atLineStart && output.Length == 0);
                break;
            case Inline.Strong(var value):
                AppendPhrase(output, value, next, ("*", "{*}", "{*}"));
                break;
            case Inline.CodeSpan(var value):
                AppendPhrase(output, value, next, ("{{", "{{{}", "{}}}"));
                break;
            case Inline.Link link when Destination(link) is { } destination:
                AppendLink(output, link.Label, destination);
                break;
            case Inline.Link link:
                var parts = InlineLines.DeadLink(link);
                for (var i = 0; i < parts.Length; i++)
                {
                    Append(output, parts[i], i + 1 < parts.Length ? parts[i + 1] : next, atLineStart);
                }

                break;
        }
    }

    // A phrase opens and closes only beside blanks and ASCII punctuation; elsewhere its signs stand in braces.
    private static void AppendPhrase(StringBuilder output, string text, Inline? next, (string Plain, string Open, string Close) signs)
    {
        var isApart = (output.Length == 0 || IsApart(output[^1])) && (next is null || (next is Inline.Text(var after) && IsApart(after[0])));
        output.Append(isApart ? signs.Plain : signs.Open);
        output.Append(JiraWikiEscape.WordJoiner, NamesMacro(text) ? 1 : 0);
        JiraWikiEscape.Append(output, text, false);
        output.Append(isApart ? signs.Plain.Replace('{', '}') : signs.Close);
    }

    // The second brace of {{code}} would open a macro.
    private static bool NamesMacro(string text) => Array.Exists(Macros, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsApart(char character) => char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) && character is not ('\\' or '{' or '}');

    // A label that holds what brackets give a meaning stands in front of the link.
    private static void AppendLink(StringBuilder output, string label, string destination)
    {
        if (label.AsSpan().ContainsAny(LabelBreakers) || label.Contains("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            JiraWikiEscape.Append(output, label + " ", output.Length == 0);
            label = "";
        }

        output.Append('[');
        if (label.Length > 0)
        {
            JiraWikiEscape.Append(output, label, true);
            output.Append('|');
        }

        output.Append(destination).Append(']');
    }

    // Brackets would end the link. In a path or query they can be written otherwise, in the address of a host they cannot.
    private static string? Destination(Inline.Link link) =>
        LinkAddress.TryCreate(link.Url, out var destination) && !new Uri(destination).Host.StartsWith('[')
            ? destination.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal)
            : null;
}
