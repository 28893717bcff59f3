using System.Runtime.CompilerServices;

namespace TicketExport.Portable.Reading;

internal sealed class PortableReader : IPortableReader
{
    public IAsyncEnumerable<PortableReadResult> ReadAsync(Stream source, PortableReadOptions? options, CancellationToken cancellationToken)
    {
        PortableRecords.ThrowIfUnusable(source, options ?? PortableReadOptions.Default);
        return ReadRecordsAsync(source, options ?? PortableReadOptions.Default, cancellationToken);
    }

    private static async IAsyncEnumerable<PortableReadResult> ReadRecordsAsync(
        Stream source, PortableReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in PortableRecords.ReadAsync(source, options, CsvNeeds.Tickets, cancellationToken).ConfigureAwait(false))
        {
            yield return record.ReadTicket();
        }
    }
}
