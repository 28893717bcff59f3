using System.Buffers;

namespace TicketExport.Contract.Internal;

/// <summary>Counts what is written and keeps nothing.</summary>
internal sealed class DiscardingBuffer : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[4096];

    public long WrittenBytes { get; private set; }

    public void Advance(int count) => WrittenBytes += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _buffer.Length)
        {
            _buffer = new byte[sizeHint];
        }

        return _buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
