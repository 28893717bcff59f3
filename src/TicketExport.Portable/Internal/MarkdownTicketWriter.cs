using System.Globalization;
using System.Text;
using System.Text.Json;
using TicketExport.Rendering;

namespace TicketExport.Portable.Internal;

internal static class MarkdownTicketWriter
{
    // The contents are kept in memory until the end of the file; this bounds them.
    private const int MaxContents = 1_000;

    public static async Task<long> WriteAsync(
        IAsyncEnumerable<PortableTicket> tickets, Stream target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var enumerator = tickets.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        await using (enumerator)
        {
            var contents = new StringBuilder();
            var count = 0L;
            var more = await enumerator.MoveNextAsync();
            while (more)
            {
                var ticket = enumerator.Current;
                more = await enumerator.MoveNextAsync();
                count++;
                var number = more || count > 1 ? count : 0;
                AddContents(contents, ticket, count);
                await WriteTextAsync(target, Ticket(ticket, number, now), cancellationToken).ConfigureAwait(false);
            }

            var end = count switch { 0 => "No tickets.\n", 1 => "", _ => Contents(contents, count) };
            await WriteTextAsync(target, end, cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static string Ticket(PortableTicket ticket, long number, DateTimeOffset now)
    {
        var body = MarkdownRenderer.Render(TicketBodyComposer.Compose(ticket.Document, now)).Body;
        var prefix = number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Ticket {number}: ");
        var separator = number > 1 ? "\n---\n\n" : "";
        return $"{separator}# {prefix}{MarkdownRenderer.EscapeLine(ticket.Document.Title)}\n\n{body}\n## Export\n\n```json\n{Machine(ticket)}\n```\n";
    }

    // The whole ticket, so that the file can be read back: the text above it is for people and leaves things out.
    private static string Machine(PortableTicket ticket)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, PortableJson.Options))
        {
            PortableJson.WriteEntry(json, ticket, PortableExportContract.Version);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void AddContents(StringBuilder contents, PortableTicket ticket, long number)
    {
        if (number <= MaxContents)
        {
            contents.Append(CultureInfo.InvariantCulture, $"{number}. {MarkdownRenderer.EscapeLine(ticket.Document.Title)}\n");
        }
    }

    private static string Contents(StringBuilder contents, long count)
    {
        var rest = count > MaxContents ? string.Create(CultureInfo.InvariantCulture, $"\n{count - MaxContents} more tickets are not listed.\n") : "";
        return $"\n---\n\n# Contents\n\n{contents}{rest}";
    }

    private static ValueTask WriteTextAsync(Stream target, string text, CancellationToken cancellationToken) =>
        target.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
