using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace TicketExport.Pipeline;

/// <summary>Adds the host's link to what callers are told. The ledger stores none: the host may move its pages.</summary>
internal sealed class AdvisedTicketExporter(TicketExporter exporter, HostLinks links) : ITicketExporter
{
    public async Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default) =>
        links.Advise(await exporter.ExportAsync(request, cancellationToken).ConfigureAwait(false), request.Account?.Id);

    public async Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken = default) =>
        links.Advise(await exporter.EnqueueAsync(request, cancellationToken).ConfigureAwait(false), request.Account?.Id);

    public IAsyncEnumerable<BulkResult> ExportManyAsync(
        IAsyncEnumerable<ExportRequest> requests,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var accounts = new ConcurrentDictionary<long, string?>();
        return AdviseAsync(
            exporter.ExportManyAsync(NoteAccountsAsync(requests, accounts, cancellationToken), options, cancellationToken),
            accounts,
            cancellationToken);
    }

    // Only what is under way is noted: as many accounts as the batch may have pending.
    private static async IAsyncEnumerable<ExportRequest> NoteAccountsAsync(
        IAsyncEnumerable<ExportRequest> requests,
        ConcurrentDictionary<long, string?> accounts,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            accounts[index++] = request?.Account?.Id;
            yield return request!;
        }
    }

    private async IAsyncEnumerable<BulkResult> AdviseAsync(
        IAsyncEnumerable<BulkResult> results,
        ConcurrentDictionary<long, string?> accounts,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            accounts.TryRemove(result.Index, out var account);
            yield return result with { Result = links.Advise(result.Result, account) };
        }
    }
}
