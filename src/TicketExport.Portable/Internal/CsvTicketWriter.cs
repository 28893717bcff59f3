using CsvHelper;

namespace TicketExport.Portable.Internal;

internal static class CsvTicketWriter
{
    public static async Task<long> WriteAsync(
        IAsyncEnumerable<PortableTicket> tickets, Stream target, PortableExportOptions options, CancellationToken cancellationToken)
    {
        var csv = CsvWriter.Create(
            target, new CsvWriterOptions { Separator = options.CsvDelimiter, WriteByteOrderMark = options.CsvByteOrderMark }, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var name in CsvColumns.Names)
            {
                csv.WriteField(name);
            }

            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            var count = 0L;
            await foreach (var ticket in tickets.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (var value in CsvColumns.Values)
                {
                    WriteField(csv, value(ticket) ?? "");
                }

                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
                count++;
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    // CsvHelper's own guard looks at the first character only, and at ASCII only.
    private static void WriteField(CsvWriter csv, string value)
    {
        if (FormulaGuard.IsNeeded(value))
        {
            csv.WriteField(FormulaGuard.Mark + value, CsvQuoting.Always);
        }
        else
        {
            csv.WriteField(value);
        }
    }
}
