using System.Runtime.CompilerServices;
using CsvHelper;

namespace TicketExport.Portable.Reading;

internal static class CsvRecords
{
    private const int MostHeaderBytes = 32 * 1024;

    public static async IAsyncEnumerable<PortableRecord> ReadAsync(
        PeekedStream input, PortableReadOptions options, CsvNeeds needs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A header of ours has less than a kilobyte; one that does not end would be kept whole.
        if (input.Prefix.Length >= MostHeaderBytes && input.Prefix.Span[..MostHeaderBytes].IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            throw new UnreadableFileException(FileProblems.TooLong(MostHeaderBytes), 1);
        }

        var isMalformed = false;
        var reader = CsvReader.Create(
            input,
            new CsvReaderOptions
            {
                Separator = FormatSniffer.DelimiterOf(input.Prefix.Span),
                MaxRecordSize = options.MaxRecordBytes,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = _ => isMalformed = true,
            },
            leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            var header = CsvHeader.Read(reader.Headers, needs);
            var number = 0L;
            isMalformed = false;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                number++;
                yield return isMalformed
                    ? new FaultyRecord(number, reader.LineNumber, FileProblems.BrokenQuotes)
                    : new CsvRecord(number, reader.LineNumber, reader, header);
                isMalformed = false;
            }
        }
    }
}
