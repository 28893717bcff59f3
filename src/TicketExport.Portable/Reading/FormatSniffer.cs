using System.Text;

namespace TicketExport.Portable.Reading;

/// <summary>Finds out the format of a file from its first bytes. Pure.</summary>
internal static class FormatSniffer
{
    /// <summary>What a Markdown file without tickets holds.</summary>
    public const string NoTickets = "No tickets.";

    /// <summary>The format; JSON stands for its lines as well, which are told apart while they are read.</summary>
    public static PortableFormat FormatOf(ReadOnlySpan<byte> prefix)
    {
        var text = prefix.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return PortableFormat.Unknown;
        }

        if (text[0] is (byte)'{' or (byte)'[')
        {
            return PortableFormat.Json;
        }

        var isMarkdown = text.StartsWith("# "u8) || text.StartsWith(Encoding.ASCII.GetBytes(NoTickets)) || (!IsHeader(text) && text.IndexOf("\n```json"u8) >= 0);
        return isMarkdown ? PortableFormat.Markdown : PortableFormat.Csv;
    }

    /// <summary>The character that parts the columns of a header most often.</summary>
    public static char DelimiterOf(ReadOnlySpan<byte> prefix)
    {
        var header = FirstLine(prefix);
        var best = ',';
        var most = 0;
        foreach (var delimiter in ",;\t|")
        {
            var count = header.Count((byte)delimiter);
            if (count > most)
            {
                (best, most) = (delimiter, count);
            }
        }

        return best;
    }

    private static bool IsHeader(ReadOnlySpan<byte> text) => FirstLine(text).IndexOf("source_id"u8) >= 0;

    // Excel writes a line such as "sep=;" before the header.
    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? text : text[..end];
        return line.StartsWith("sep="u8) && line.Length == 5 ? line[4..] : line;
    }
}
