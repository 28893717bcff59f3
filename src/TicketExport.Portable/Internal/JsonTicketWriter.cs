using System.Text.Json;

namespace TicketExport.Portable.Internal;

internal static class JsonTicketWriter
{
    private const int FlushBytes = 32 * 1024;

    public static async Task<long> WriteAsync(IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(target, PortableJson.Options);
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
                if (json.BytesPending >= FlushBytes)
                {
                    await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            await target.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            return count;
        }
    }
}
