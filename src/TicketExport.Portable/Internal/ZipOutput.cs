using System.Buffers;

namespace TicketExport.Portable.Internal;

/// <summary>What lies between a zip and its target: the zip writes some of its records in the way that servers refuse, and goes on when it must not.</summary>
internal sealed class ZipOutput(Stream target) : Stream
{
    private readonly ArrayBufferWriter<byte> _pending = new();
    private bool _isAbandoned;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Lets nothing more through: a zip that is given up would else be ended as if it were whole.</summary>
    public void Abandon() => _isAbandoned = true;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        if (!_isAbandoned)
        {
            await target.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what waits.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        if (_pending.WrittenCount > 0 && !_isAbandoned)
        {
            await target.WriteAsync(_pending.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }

        _pending.ResetWrittenCount();
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
