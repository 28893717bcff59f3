using System.Text;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal static class SarifFile
{
    private const int BufferSize = 81_920;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new SarifException($"'{path}' is a folder. Pass one SARIF file inside it.");
        }

        if (!File.Exists(path))
        {
            throw new SarifException($"'{path}' does not exist. Pass the path of a SARIF 2.1.0 file.");
        }

        try
        {
            return await ReadBoundedAsync(path, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SarifException($"'{path}' cannot be read: {exception.Message} Check the permissions of the file.", exception);
        }
    }

    // PowerShell's redirection writes UTF-16; everything else is UTF-8 with or without a byte order mark.
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray()),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..].ToArray()),
        _ => bytes,
    };

    // Counts while it reads: a pipe has no length, and a file may grow.
    private static async Task<ReadOnlyMemory<byte>> ReadBoundedAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var known = file.CanSeek ? file.Length : 0;
        ThrowIfTooLarge(path, known, maxBytes);
        using var content = new MemoryStream((int)known);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            ThrowIfTooLarge(path, content.Length + read, maxBytes);
            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static void ThrowIfTooLarge(string path, long bytes, int maxBytes)
    {
        if (bytes > maxBytes)
        {
            throw new SarifException(
                $"'{path}' is larger than {maxBytes / (1024 * 1024)} MB. Scan in parts, or leave the embedded sources out of the report.");
        }
    }
}
