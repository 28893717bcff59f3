using System.Globalization;
using System.Text;
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
            using var output = new MarkdownOutput();
            var contents = new StringBuilder();
            var count = 0L;
            var more = await enumerator.MoveNextAsync();
            while (more)
            {
                var ticket = enumerator.Current;
                more = await enumerator.MoveNextAsync();
                count++;
                var title = MarkdownRenderer.EscapeLine(ticket.Document.Title);
                AddContents(contents, title, count);
                Append(output, ticket, $"{Number(count, more)}{title}", now);
                await output.WriteAsync(target, cancellationToken).ConfigureAwait(false);
            }

            output.Append(count switch { 0 => "No tickets.\n", 1 => "", _ => Contents(contents, count) });
            await output.EndAsync(target, cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static void Append(MarkdownOutput output, PortableTicket ticket, string heading, DateTimeOffset now)
    {
        output.Append(heading);
        output.Append("\n\n");
        output.Append(MarkdownRenderer.Render(TicketBodyComposer.Compose(ticket.Document, now)).Body);
        output.Append("\n## Export\n\n```json\n");
        output.AppendEntry(ticket);
        output.Append("\n```\n");
    }

    private static string Number(long count, bool more) => (count, more) switch
    {
        (1, false) => "# ",
        (1, true) => "# Ticket 1: ",
        _ => string.Create(CultureInfo.InvariantCulture, $"\n---\n\n# Ticket {count}: "),
    };

    private static void AddContents(StringBuilder contents, string title, long number)
    {
        if (number <= MaxContents)
        {
            contents.Append(CultureInfo.InvariantCulture, $"{number}. {title}\n");
        }
    }

    private static string Contents(StringBuilder contents, long count)
    {
        var rest = count > MaxContents ? string.Create(CultureInfo.InvariantCulture, $"\n{count - MaxContents} more tickets are not listed.\n") : "";
        return $"\n---\n\n# Contents\n\n{contents}{rest}";
    }
}
