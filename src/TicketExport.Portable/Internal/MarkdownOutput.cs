using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TicketExport.Portable.Internal;

/// <summary>Gathers the text and the blocks of a Markdown file, and passes them on in large pieces.</summary>
internal sealed class MarkdownOutput : IDisposable
{
    private const int FlushBytes = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes);
    private readonly Utf8JsonWriter _json;

    public MarkdownOutput() => _json = new(_buffer, PortableJson.Options);

    public void Append(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _buffer);

    /// <summary>The whole ticket, so that the file can be read back: the text above it is for people and leaves things out.</summary>
    public void AppendEntry(PortableTicket ticket)
    {
        PortableJson.WriteEntry(_json, ticket, PortableExportContract.Version);
        _json.Flush();
        _json.Reset();
    }

    /// <summary>Writes what was gathered, once it is worth it.</summary>
    public ValueTask WriteAsync(Stream target, CancellationToken cancellationToken) =>
        _buffer.WrittenCount < FlushBytes ? ValueTask.CompletedTask : EndAsync(target, cancellationToken);

    /// <summary>Writes what was gathered.</summary>
    public async ValueTask EndAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    public void Dispose() => _json.Dispose();
}
