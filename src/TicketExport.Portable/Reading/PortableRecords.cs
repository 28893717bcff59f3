using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace TicketExport.Portable.Reading;

/// <summary>Cuts a file of any format into its tickets.</summary>
internal static class PortableRecords
{
    public static void ThrowIfUnusable(Stream source, PortableReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        options.ThrowIfUnusable();
        if (!source.CanRead)
        {
            throw new ArgumentException("The stream of the portable file cannot be read. Give an open, readable stream.", nameof(source));
        }
    }

    public static async IAsyncEnumerable<PortableRecord> ReadAsync(
        Stream source, PortableReadOptions options, CsvNeeds needs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = 1L;
        var records = CutAsync(source, options, needs, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (records.ConfigureAwait(false))
        {
            while (true)
            {
                FaultyRecord? fault = null;
                try
                {
                    if (!await records.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (UnreadableFileException exception)
                {
                    fault = new(0, Math.Max(exception.Line, line), exception.Problem);
                }
                catch (CsvFormatException exception)
                {
                    fault = new(0, Math.Max(exception.LineNumber, line), FileProblems.TooLong(options.MaxRecordBytes));
                }
                catch (DecoderFallbackException)
                {
                    fault = new(0, line, FileProblems.NotUtf8);
                }

                if (fault is not null)
                {
                    yield return fault;
                    yield break;
                }

                line = records.Current.Line;
                yield return records.Current;
            }
        }
    }

    private static async IAsyncEnumerable<PortableRecord> CutAsync(
        Stream source, PortableReadOptions options, CsvNeeds needs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (input, transcoding) = await OpenAsync(source, options.MaxBytes, cancellationToken).ConfigureAwait(false);
        await using (transcoding.ConfigureAwait(false))
        {
            var sniffed = FormatSniffer.FormatOf(input.Prefix.Span);
            if (sniffed == PortableFormat.Unknown && options.Format == PortableFormat.JsonLines)
            {
                yield break;
            }

            if (sniffed == PortableFormat.Unknown)
            {
                throw new UnreadableFileException(FileProblems.Empty, 1);
            }

            var records = (options.Format ?? sniffed) switch
            {
                PortableFormat.Csv => CsvRecords.ReadAsync(input, options, needs, cancellationToken),
                PortableFormat.Markdown => MarkdownRecords.ReadAsync(input, options.MaxRecordBytes, cancellationToken),
                _ => JsonRecords.ReadAsync(input, options.MaxRecordBytes, cancellationToken),
            };
            await foreach (var record in records.ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    // Spreadsheets save "Unicode text" as UTF-16 with a byte order mark.
    private static async Task<(PeekedStream Input, Stream Transcoding)> OpenAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        var input = new PeekedStream(source, limit);
        await input.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (input.Prefix.Span.StartsWith("\uFEFF"u8))
        {
            input.Skip(3);
        }

        if (input.Prefix.Span is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
        {
            return (input, Stream.Null);
        }

        var encoding = new UnicodeEncoding(bigEndian: input.Prefix.Span[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
        input.Skip(2);
        var transcoding = Encoding.CreateTranscodingStream(input, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var transcoded = new PeekedStream(transcoding, limit);
        await transcoded.PeekAsync(cancellationToken).ConfigureAwait(false);
        return (transcoded, transcoding);
    }
}
