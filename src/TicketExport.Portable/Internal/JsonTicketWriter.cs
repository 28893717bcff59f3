using System.Text.Json;
using TicketExport.Contract;

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
                Write(json, ticket);
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

    private static void Write(Utf8JsonWriter json, PortableTicket ticket)
    {
        json.WriteStartObject();
        PortableJson.WriteKeys(json, ticket);
        json.WritePropertyName("ticket_export");
        using var document = JsonDocument.Parse(TicketExportJson.ToUtf8Bytes(ticket.Document));
        document.RootElement.WriteTo(json);
        json.WriteEndObject();
    }
}
