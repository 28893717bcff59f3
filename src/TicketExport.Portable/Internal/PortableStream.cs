using System.Security.Cryptography;

namespace TicketExport.Portable.Internal;

/// <summary>Counts and hashes what goes into a file, and tells a failing disk from a failing source of tickets.</summary>
/// <param name="file">Where it goes; stays open.</param>
/// <param name="fileName">The file's name in messages; <see langword="null"/> where the stream's own failures are the caller's to see.</param>
internal sealed class PortableStream(Stream file, string? fileName) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long BytesWritten { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => BytesWritten;

    public override long Position
    {
        get => BytesWritten;
        set => throw new NotSupportedException();
    }

    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (Exception e) when (fileName is not null && (e is IOException or UnauthorizedAccessException))
        {
            throw Failed(fileName, e);
        }

        Count(buffer);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await file.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (fileName is not null && (e is IOException or UnauthorizedAccessException))
        {
            throw Failed(fileName, e);
        }

        Count(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    internal static TicketExportException Failed(string fileName, Exception cause) =>
        new(
            $"{ExportCodes.PortableExportFailed}: the file '{fileName}' could not be written ({cause.GetType().Name}); nothing of it is left. "
            + "Check the free space and the rights of the folder in TicketExport:Portable:Folder.",
            cause)
        {
            Code = ExportCodes.PortableExportFailed,
        };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        BytesWritten += buffer.Length;
    }
}
