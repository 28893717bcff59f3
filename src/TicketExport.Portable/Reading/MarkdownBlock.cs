using System.Buffers;
using System.Text;

namespace TicketExport.Portable.Reading;

/// <summary>Follows the lines of a Markdown file and gathers the content of a block for machines.</summary>
internal sealed class MarkdownBlock(int limit)
{
    private static readonly byte[] NoTickets = Encoding.ASCII.GetBytes(FormatSniffer.NoTickets);

    private readonly ArrayBufferWriter<byte> _content = new();
    private MarkdownFence? _fence;
    private bool _isBelowHeading;
    private bool _isOurs;

    public ReadOnlyMemory<byte> Content => _content.WrittenMemory;

    /// <summary>The line of the block's first mark.</summary>
    public long Line { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>Whether a block for machines has begun and not ended.</summary>
    public bool IsOpen => _isOurs && _fence is not null;

    /// <summary>Whether the file says that it holds none.</summary>
    public bool HasNoTickets { get; private set; }

    /// <summary>Takes a line.</summary>
    /// <returns>Whether a block for machines ends with it.</returns>
    public bool Take(ReadOnlySpan<byte> line, long number)
    {
        if (_fence is { } open)
        {
            return TakeCode(line, open);
        }

        _fence = MarkdownFence.Open(line);
        if (_fence is { } fence)
        {
            _isOurs = _isBelowHeading && fence.IsJson;
            _isBelowHeading = false;
            IsTooLong = false;
            Line = number;
            _content.ResetWrittenCount();
        }
        else if (!line.Trim(" \t"u8).IsEmpty)
        {
            _isBelowHeading = line.TrimEnd((byte)' ').SequenceEqual("## Export"u8);
            HasNoTickets |= line.SequenceEqual(NoTickets);
        }

        return false;
    }

    private bool TakeCode(ReadOnlySpan<byte> line, MarkdownFence open)
    {
        if (open.IsClosedBy(line))
        {
            _fence = null;
            return _isOurs;
        }

        if (_isOurs && _content.WrittenCount + line.Length < limit)
        {
            _content.Write(line);
            _content.Write("\n"u8);
        }
        else if (_isOurs)
        {
            IsTooLong = true;
        }

        return false;
    }
}
