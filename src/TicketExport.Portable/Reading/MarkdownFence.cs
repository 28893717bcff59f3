namespace TicketExport.Portable.Reading;

/// <summary>The mark that opened a code block of Markdown, by the rules of CommonMark.</summary>
/// <param name="Mark">A backtick or a tilde.</param>
/// <param name="Length">How often.</param>
/// <param name="IsJson">Whether the block says that it holds JSON.</param>
internal readonly record struct MarkdownFence(byte Mark, int Length, bool IsJson)
{
    private const int MostIndent = 3;
    private const int LeastLength = 3;

    /// <summary>The fence that a line opens, or <see langword="null"/>.</summary>
    public static MarkdownFence? Open(ReadOnlySpan<byte> line)
    {
        var text = line.TrimStart((byte)' ');
        if (line.Length - text.Length > MostIndent || text.IsEmpty || text[0] is not ((byte)'`' or (byte)'~'))
        {
            return null;
        }

        var info = text.TrimStart(text[0]);
        var length = text.Length - info.Length;
        var isFence = length >= LeastLength && (text[0] == (byte)'~' || !info.Contains((byte)'`'));
        return isFence ? new MarkdownFence(text[0], length, info.Trim((byte)' ').SequenceEqual("json"u8)) : null;
    }

    /// <summary>Whether a line closes the block.</summary>
    public bool IsClosedBy(ReadOnlySpan<byte> line)
    {
        var text = line.TrimStart((byte)' ');
        var rest = text.TrimStart(Mark);
        return line.Length - text.Length <= MostIndent && text.Length - rest.Length >= Length && rest.Trim(" \t"u8).IsEmpty;
    }
}
