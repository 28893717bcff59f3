using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace TicketExport.Rendering;

internal static class JiraWikiInlineWriter
{
    // What the label of a link may hold without meaning anything inside the brackets.
    private static readonly SearchValues<char> LabelBreakers = SearchValues.Create("|[]{}\\!^~#$*_+?@");

    public static List<string> Lines(ImmutableArray<Inline> content, bool atLineStart) =>
        InlineLines.Of(content).ConvertAll(line => LineOf(line, atLineStart));

    private static string LineOf(List<Inline> line, bool atLineStart)
    {
        var output = new StringBuilder();
        foreach (var inline in line)
        {
            Append(output, inline, atLineStart && output.Length == 0);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, Inline inline, bool atLineStart)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                JiraWikiEscape.Append(output, value, atLineStart);
                break;
            case Inline.Strong(var value):
                AppendPhrase(output, "*", value, "*");
                break;
            case Inline.CodeSpan(var value):
                AppendPhrase(output, "{{", value, "}}");
                break;
            case Inline.Link link when Destination(link) is { } destination:
                AppendLink(output, link.Label, destination);
                break;
            case Inline.Link link:
                foreach (var part in InlineLines.DeadLink(link))
                {
                    Append(output, part, atLineStart && output.Length == 0);
                }

                break;
        }
    }

    // A phrase opens and closes only beside what is neither letter nor digit. The joiner is neither.
    private static void AppendPhrase(StringBuilder output, string open, string text, string close)
    {
        output.Append(JiraWikiEscape.WordJoiner, output.Length > 0 && output[^1] != ' ' ? 1 : 0).Append(open);
        JiraWikiEscape.Append(output, text, false);
        output.Append(close).Append(JiraWikiEscape.WordJoiner);
    }

    // A label that holds what brackets give a meaning stands in front of the link.
    private static void AppendLink(StringBuilder output, string label, string destination)
    {
        if (label.Length > 0 && label.AsSpan().ContainsAny(LabelBreakers))
        {
            JiraWikiEscape.Append(output, label + " ", output.Length == 0);
            label = "";
        }

        output.Append('[');
        if (label.Length > 0)
        {
            JiraWikiEscape.Append(output, label, false);
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
