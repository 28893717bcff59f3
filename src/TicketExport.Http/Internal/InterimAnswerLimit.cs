namespace TicketExport.Http.Internal;

// The platform reads any number of 1xx answers before the real one. This looks at the heads of HTTP/1.1 answers as they pass and gives
// up on a server that sends too many.
internal sealed class InterimAnswerLimit(Stream inner) : Stream
{
    public const int MaxInterimAnswers = 16;

    // "HTTP/1.1 1": the first digit of the status.
    private const int StatusDigit = 9;

    private bool _isFinal = true;
    private bool _isInterim;
    private int _position;
    private int _emptyLine;
    private int _interimAnswers;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Watch(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Watch(buffer.AsSpan(offset, read));
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Expect();
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Expect();
        inner.Write(buffer, offset, count);
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // A request leaves after the answer before it was read; its own later parts find the flag down already.
    private void Expect()
    {
        if (_isFinal)
        {
            (_isFinal, _isInterim, _position, _interimAnswers) = (false, false, 0, 0);
        }
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && !_isFinal; i++)
        {
            if (_isInterim)
            {
                WatchForEnd(bytes[i]);
            }
            else if (_position++ == StatusDigit)
            {
                (_isInterim, _isFinal, _emptyLine) = (bytes[i] == '1', bytes[i] != '1', 0);
            }
        }
    }

    private void WatchForEnd(byte value)
    {
        _emptyLine = value switch { (byte)'\n' => _emptyLine + 1, (byte)'\r' => _emptyLine, _ => 0 };
        if (_emptyLine < 2)
        {
            return;
        }

        (_isInterim, _position) = (false, 0);
        if (++_interimAnswers > MaxInterimAnswers)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"More than {MaxInterimAnswers} interim answers came before the answer.");
        }
    }
}
