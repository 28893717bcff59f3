using System.Buffers;
using System.Text.Json;

namespace TicketExport.Portable.Internal;

internal static class JsonTicketWriter
{
    private const int FlushBytes = 32 * 1024;

    public static async Task<long> WriteAsync(IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        // Into memory and not into the target, for the serializer ends each value with a write that servers refuse because it is not async.
        var buffer = new ArrayBufferWriter<byte>(FlushBytes);
        var json = new Utf8JsonWriter(buffer, PortableJson.Options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", PortableExportContract.Version);
            json.WriteStartArray("tickets");
            var count = 0L;
            await foreach (var ticket in tickets.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                PortableJson.WriteEntry(json, ticket);
                count++;
                if (buffer.WrittenCount + json.BytesPending >= FlushBytes)
                {
                    await DrainAsync(json, buffer, target, cancellationToken).ConfigureAwait(false);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            buffer.Write("\n"u8);
            await DrainAsync(json, buffer, target, cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static async Task DrainAsync(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, Stream target, CancellationToken cancellationToken)
    {
        json.Flush();
        await target.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }
}
