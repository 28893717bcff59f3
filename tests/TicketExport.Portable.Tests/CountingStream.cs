namespace TicketExport.Portable;

/// <summary>A stream that only goes forward: counts what is written, and refuses what is more than its room, as a full disk does.</summary>
internal sealed class CountingStream(Stream inner, long room = long.MaxValue) : Stream
{
    public long Written { get; private set; }

    /// <summary>How often it was written to in the way that servers refuse.</summary>
    public int SyncWrites { get; private set; }

    /// <summary>The largest single write.</summary>
    public int LargestWrite { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        SyncWrites++;
        Count(buffer.Length);
        inner.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Count(int length)
    {
        LargestWrite = Math.Max(LargestWrite, length);
        if (Written + length > room)
        {
            throw new IOException("No space left on device");
        }

        Written += length;
    }
}
