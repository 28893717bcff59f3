using System.Runtime.CompilerServices;

namespace TicketExport.Portable.Reading;

internal static class JsonRecords
{
    public static async IAsyncEnumerable<PortableRecord> ReadAsync(Stream input, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scanner = new JsonEntryScanner(input, limit);
        var number = 0L;
        while (await scanner.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            number++;
            yield return scanner.Problem is { } problem
                ? new FaultyRecord(number, scanner.Line, problem)
                : new JsonRecord(number, scanner.Line, scanner.Entry, scanner.IsAlone);
        }
    }
}
