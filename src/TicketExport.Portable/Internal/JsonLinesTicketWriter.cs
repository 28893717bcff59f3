using System.Buffers;
using System.Text.Json;

namespace TicketExport.Portable.Internal;

/// <summary>One envelope per line, so that a reader needs no more than a line at a time and a file that was cut is whole up to the cut.</summary>
internal static class JsonLinesTicketWriter
{
    private const int FlushBytes = 32 * 1024;

    public static async Task<long> WriteAsync(IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushBytes);
        var json = new Utf8JsonWriter(buffer, PortableJson.LineOptions);
        await using (json.ConfigureAwait(false))
        {
            var count = 0L;
            await foreach (var ticket in tickets.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Write(json, buffer, ticket);
                count++;
                if (buffer.WrittenCount >= FlushBytes)
                {
                    await target.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.ResetWrittenCount();
                }
            }

            await target.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static void Write(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, PortableTicket ticket)
    {
        PortableJson.WriteEntry(json, ticket, PortableExportContract.Version);
        json.Flush();
        json.Reset();
        buffer.Write("\n"u8);
    }
}
