using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TicketExport.Samples.Quickstart.Sarif.Internal;
using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>Reads SARIF 2.1.0, the result format that most scanners and compilers write.</summary>
/// <remarks>
/// A small reader of the members that a ticket needs, instead of a full object model: a host that embeds TicketExport
/// wants no second JSON library and stays ready for NativeAOT. It is tolerant: unknown members are ignored, optional ones
/// may be absent, and UTF-16 files with a byte order mark are read too.
/// </remarks>
public static class SarifReader
{
    /// <summary>Most bytes of a file.</summary>
    public const int MaxBytes = 200 * 1024 * 1024;

    internal const int MaxDepth = 256;

    private const string SupportedVersion = "2.1.0";

    /// <summary>Reads a file.</summary>
    /// <exception cref="SarifException">The file is missing, too large, not readable or not SARIF 2.1.0.</exception>
    public static async Task<SarifReport> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(await SarifFile.ReadAsync(path, MaxBytes, cancellationToken), path);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="path">The file's path or name, for messages and for runs without an id.</param>
    /// <exception cref="SarifException">The content is not SARIF 2.1.0.</exception>
    public static SarifReport Read(ReadOnlyMemory<byte> bytes, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var json = SarifFile.ToUtf8(bytes);
        CheckEnvelope(json.Span, path);
        try
        {
            var log = JsonSerializer.Deserialize(json.Span, SarifJsonContext.Default.WireLog);
            return LogReader.Read(log!, Path.GetFileName(path));
        }
        catch (JsonException exception)
        {
            throw new SarifException(
                $"'{path}' breaks SARIF 2.1.0 at {exception.Path ?? "$"} (line {exception.LineNumber + 1}): the value has the wrong type. "
                + "Write the file again with a tool that follows the SARIF 2.1.0 schema.",
                exception);
        }
    }

    private static void CheckEnvelope(ReadOnlySpan<byte> json, string path)
    {
        if (json.TrimStart(" \t\r\n\0"u8).IsEmpty)
        {
            throw new SarifException($"'{path}' is empty. Check that the scanner ran to its end and wrote its report there.");
        }

        if (!Utf8.IsValid(json))
        {
            throw new SarifException(
                $"'{path}' is not UTF-8: line {LineOfInvalidByte(json)} holds a byte of another encoding. Let the scanner write its report as UTF-8.");
        }

        SarifEnvelope envelope;
        try
        {
            envelope = SarifEnvelope.Read(json, MaxDepth);
        }
        catch (JsonException exception)
        {
            throw new SarifException(
                $"'{path}' is not JSON: it breaks off or is malformed at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. "
                + "Let the scanner write its report as SARIF 2.1.0 and pass that file.",
                exception);
        }

        switch (envelope)
        {
            case { Version: null }:
                throw new SarifException(
                    $"'{path}' is JSON but not SARIF: $.version is missing. Pass a report that starts with \"version\": \"2.1.0\".");
            case { Version: not SupportedVersion }:
                throw new SarifException(
                    $"'{path}' is SARIF version {envelope.Version}; only {SupportedVersion} is read. Let the tool write {SupportedVersion}; "
                    + "for the C# compiler that is ErrorLog=report.sarif,version=2.1.");
            case { HasRuns: false }:
                throw new SarifException(
                    $"'{path}' has no $.runs array, so it holds no scan. Check that the scanner ran to its end.");
        }
    }

    private static int LineOfInvalidByte(ReadOnlySpan<byte> json)
    {
        var rest = json;
        while (Rune.DecodeFromUtf8(rest, out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            rest = rest[length..];
        }

        return json[..^rest.Length].Count((byte)'\n') + 1;
    }
}
