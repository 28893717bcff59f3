using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace TicketExport.Portable;

/// <summary>Other ways into and out of <see cref="IPortableExporter"/>.</summary>
public static class PortableExporterExtensions
{
    /// <summary>
    /// Writes tickets to a pipe, such as the body of an answer, at the speed of its reader. The pipe stays open. When it throws, a part may have
    /// been written.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    /// <exception cref="TicketExportException"><see cref="ExportCodes.UnsafeContent"/>: a ticket holds what must not leave.</exception>
    public static async Task WriteAsync(
        this IPortableExporter exporter,
        PortableFormat format,
        IAsyncEnumerable<PortableTicket> tickets,
        PipeWriter target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exporter);
        ArgumentNullException.ThrowIfNull(target);
        var stream = target.AsStream(leaveOpen: true);
        await using (stream.ConfigureAwait(false))
        {
            await exporter.WriteAsync(format, tickets, stream, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reports how many tickets were taken: after every so many, and once at the end.</summary>
    /// <param name="tickets">The tickets, on their way to a file.</param>
    /// <param name="progress">Hears of it on the thread that writes; keep it short.</param>
    /// <param name="every">After how many tickets it hears; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is less than 1.</exception>
    public static IAsyncEnumerable<PortableTicket> WithProgress(this IAsyncEnumerable<PortableTicket> tickets, IProgress<long> progress, int every = 1_000)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        return ReportAsync(tickets, progress, every);
    }

    private static async IAsyncEnumerable<PortableTicket> ReportAsync(
        IAsyncEnumerable<PortableTicket> tickets,
        IProgress<long> progress,
        int every,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var count = 0L;
        await foreach (var ticket in tickets.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return ticket;
            count++;
            if (count % every == 0)
            {
                progress.Report(count);
            }
        }

        if (count % every != 0 || count == 0)
        {
            progress.Report(count);
        }
    }
}
