namespace TicketExport.Portable.Reading;

/// <summary>A file whose first bytes can be looked at before it is read, and which ends where it gets too long.</summary>
internal sealed class PeekedStream(Stream inner, long limit) : Stream
{
    private const int PrefixLength = 64 * 1024;

    private byte[] _prefix = [];
    private int _taken;
    private long _read;

    /// <summary>The bytes that were looked at and not read yet.</summary>
    public ReadOnlyMemory<byte> Prefix => _prefix.AsMemory(_taken);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PeekAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[PrefixLength];
        var length = await inner.ReadAtLeastAsync(buffer, PrefixLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        Count(length);
        _prefix = buffer[..length];
    }

    public void Skip(int count) => _taken += count;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _taken < _prefix.Length ? Take(buffer) : Count(inner.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _taken < _prefix.Length
        ? Take(buffer.Span)
        : Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _prefix.Length - _taken);
        _prefix.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    private int Count(int count)
    {
        _read += count;
        return _read <= limit ? count : throw new UnreadableFileException(FileProblems.FileTooLong(limit), 0);
    }
}
