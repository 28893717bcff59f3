using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

// Text of a tool made fit for a contract field: no control characters, no half characters, not too long.
internal static class ContractText
{
    private const string Ellipsis = "…";

    public static bool IsBlank([NotNullWhen(false)] string? text)
    {
        foreach (var c in text ?? "")
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Line(string? text, int maxLength)
    {
        if (text is null)
        {
            return null;
        }

        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                gap = line.Length > 0;
                continue;
            }

            line.Append(gap ? " " : "").Append(c);
            gap = false;
        }

        return Cut(line.ToString(), maxLength);
    }

    public static string Block(string text, int maxLength)
    {
        var unix = text.ReplaceLineEndings("\n");
        var block = new StringBuilder(unix.Length);
        foreach (var c in unix)
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                block.Append(c);
            }
        }

        return Cut(block.ToString().Trim(), maxLength);
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = 0;
        while (true)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > maxLength - Ellipsis.Length)
            {
                return string.Concat(text.AsSpan(0, end).TrimEnd(), Ellipsis);
            }

            end = next;
        }
    }
}
