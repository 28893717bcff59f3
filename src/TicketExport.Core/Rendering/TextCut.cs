using System.Globalization;

namespace TicketExport.Rendering;

internal static class TextCut
{
    public const string Ellipsis = "\u2026";

    // How far back an end of a word or line may lie; further back a long word would cost more text than it saves.
    private const int Reach = 120;

    // How far back the beginning of a cluster is looked for; longer clusters are no writing.
    private const int ClusterReach = 64;

    // The beginning of a text, with an ellipsis; empty where not one whole character fits.
    public static string Words(string text, int length) => Shorten(text, length, static character => char.IsWhiteSpace(character));

    public static string Lines(string text, int length) => Shorten(text, length, static character => character == '\n');

    private static string Shorten(string text, int length, Func<char, bool> isBreak)
    {
        if (length >= text.Length)
        {
            return text;
        }

        var end = length;
        while (end > 0 && length - end < Reach && !isBreak(text[end]))
        {
            end--;
        }

        if (end == 0 || !isBreak(text[end]))
        {
            end = ClusterEnd(text, length);
        }

        var lineEnd = end < text.Length && text[end] == '\n' ? "\n" : "";
        var kept = text[..end].TrimEnd();
        return kept.Length == 0 ? "" : kept + lineEnd + Ellipsis;
    }

    // The last place at or before the index where no letter with its accents, no emoji and no surrogate pair is torn.
    private static int ClusterEnd(string text, int index)
    {
        var start = index;
        while (start > 0 && index - start < ClusterReach && !char.IsAscii(text[start]))
        {
            start--;
        }

        if (!char.IsAscii(text[start]) && start > 0 && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        while (start < index)
        {
            var next = start + StringInfo.GetNextTextElementLength(text, start);
            if (next > index)
            {
                break;
            }

            start = next;
        }

        return start;
    }
}
