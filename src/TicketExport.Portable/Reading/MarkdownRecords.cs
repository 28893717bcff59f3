using System.Runtime.CompilerServices;

namespace TicketExport.Portable.Reading;

/// <summary>Finds the blocks for machines: JSON directly below a heading <c>Export</c>, outside of all other code.</summary>
/// <remarks>
/// The text of a ticket cannot make such a block: the writer escapes headings and fences in texts, and puts code into a fence that is longer than any
/// in it, which is why fences are followed here and not looked for.
/// </remarks>
internal static class MarkdownRecords
{
    public static async IAsyncEnumerable<PortableRecord> ReadAsync(Stream input, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineScanner(input, limit);
        var block = new MarkdownBlock(limit);
        var number = 0L;
        while (await lines.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.IsTooLong)
            {
                throw new UnreadableFileException(FileProblems.TooLong(limit), lines.Number);
            }

            if (block.Take(lines.Line.Span, lines.Number))
            {
                number++;
                yield return block.IsTooLong
                    ? new FaultyRecord(number, block.Line, FileProblems.TooLong(limit))
                    : new JsonRecord(number, block.Line, block.Content, isAlone: true);
            }
        }

        if (block.IsOpen)
        {
            yield return new FaultyRecord(number + 1, block.Line, FileProblems.OpenBlock);
        }
        else if (number == 0 && !block.HasNoTickets)
        {
            throw new UnreadableFileException(FileProblems.NoBlock, lines.Number);
        }
    }
}
