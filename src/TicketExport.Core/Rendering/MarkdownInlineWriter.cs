using System.Collections.Immutable;
using System.Text;

namespace TicketExport.Rendering;

internal static class MarkdownInlineWriter
{
    // An address in running text would be made a link by GFM and by most trackers. As code it is dead and can still be copied.
    private static readonly string[] AddressSigns = ["://", "www.", "mailto:", "tel:", "xmpp:"];

    // Lines of a block: each without line breaks and without blanks at its ends; empty lines are left out.
    public static List<string> Lines(ImmutableArray<Inline> content) => InlineLines.Of(content).ConvertAll(LineOf);

    public static void AppendText(StringBuilder output, ReadOnlySpan<char> text, bool atLineStart)
    {
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsWord(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && !EndsWord(text[end]))
            {
                end++;
            }

            if (FindAddress(text[i..end]) is (var start, > 0 and var length))
            {
                MarkdownEscape.Append(output, text[written..(i + start)], atLineStart && written == 0);
                AppendCode(output, text.Slice(i + start, length));
                written = i + start + length;
            }

            i = end;
        }

        MarkdownEscape.Append(output, text[written..], atLineStart && written == 0);
    }

    public static void AppendCode(StringBuilder output, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var fence = LongestRun(text, '`') + 1;

        // Beside another backtick it would be one run with it, and three at the start of a line open a block in some readers.
        if (output.Length > 0 ? output[^1] == '`' : fence >= 3)
        {
            output.Append(MarkdownEscape.WordJoiner);
        }

        var pad = text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        output.Append('`', fence).Append(pad).Append(text).Append(pad).Append('`', fence);
    }

    public static int LongestRun(ReadOnlySpan<char> text, char character)
    {
        var longest = 0;
        var run = 0;
        foreach (var current in text)
        {
            run = current == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string LineOf(List<Inline> line)
    {
        var output = new StringBuilder();
        foreach (var inline in line)
        {
            Append(output, inline);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, Inline inline)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                AppendText(output, value, output.Length == 0);
                break;
            case Inline.Strong(var value):
                AppendStrong(output, value);
                break;
            case Inline.CodeSpan(var value):
                AppendCode(output, value);
                break;
            case Inline.Link(var label, var url):
                AppendLink(output, label, url);
                break;
        }
    }

    private static void AppendStrong(StringBuilder output, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        // Next to a punctuation mark the stars would not open or close; the joiner counts as a letter there.
        var before = char.IsLetterOrDigit(text[0]) ? "" : "\u2060";
        var after = char.IsLetterOrDigit(text[^1]) ? "" : "\u2060";
        output.Append("**").Append(before);
        AppendText(output, text, false);
        output.Append(after).Append("**");
    }

    private static void AppendLink(StringBuilder output, string label, string url)
    {
        var address = TextSanitizer.CleanLine(url);
        var text = label.Length == 0 ? address : label;
        if (!LinkAddress.TryCreate(url, out var destination))
        {
            AppendText(output, text, output.Length == 0);
            if (label.Length > 0 && address.Length > 0)
            {
                output.Append(' ');
                AppendCode(output, address);
            }

            return;
        }

        // Some parsers take "[x](" at the start of an item for a ticked box.
        output.Append(text is "x" or "X" ? "[\u2060" : "[");
        AppendText(output, text, false);
        output.Append("](").Append(LinkAddress.ForMarkdown(destination)).Append(')');
    }

    // Code that holds a pipe cannot stand in a table, and code that holds a bracket cannot stand in the label of a link.
    private static bool EndsWord(char character) => character is '|' or '[' or ']' || char.IsWhiteSpace(character);

    private static (int Start, int Length) FindAddress(ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < word.Length && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        var end = word.Length;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]) && word[end - 1] is not ('/' or '=' or '-' or '_' or '&' or '#'))
        {
            end--;
        }

        foreach (var sign in AddressSigns)
        {
            if (word[start..].Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return (start, end - start);
            }
        }

        return default;
    }
}
