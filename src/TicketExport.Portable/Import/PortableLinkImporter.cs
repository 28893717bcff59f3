using System.Runtime.CompilerServices;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Portable.Reading;
using TicketExport.Redaction;

namespace TicketExport.Portable.Import;

internal sealed class PortableLinkImporter(ITicketLinks links, IExportLedgerQueries queries, ITicketTargetSource targets, IRedactionGateSource gates)
    : IPortableLinkImporter
{
    private const int BatchSize = 500;

    public IAsyncEnumerable<PortableLinkResult> ImportLinksAsync(Stream file, PortableLinkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.AccountId);
        ArgumentNullException.ThrowIfNull(request.By);
        ArgumentNullException.ThrowIfNull(request.Options);
        LedgerRules.ThrowIfUnusable(new LinkCommand.Unlink(request.AccountId, "", request.By));
        PortableRecords.ThrowIfUnusable(file, request.Options);
        return ReadAsync(file, request, cancellationToken);
    }

    private async IAsyncEnumerable<PortableLinkResult> ReadAsync(
        Stream file, PortableLinkRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gate = await gates.GetAsync(request.AccountId, cancellationToken).ConfigureAwait(false);
        var reader = new LinkRowReader(targets, gate, request);
        var rows = PortableRecords.ReadAsync(file, request.Options, CsvNeeds.Links, cancellationToken)
            .Select((record, token) => reader.ReadAsync(record, token));
        await foreach (var batch in rows.Chunk(BatchSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var results = request.IsDryRun
                ? await ForecastAsync(batch, cancellationToken).ConfigureAwait(false)
                : await LinkAsync(batch, request.By, cancellationToken).ConfigureAwait(false);
            foreach (var result in results)
            {
                yield return result;
            }
        }
    }

    private async Task<List<PortableLinkResult>> LinkAsync(LinkRow[] batch, AuditStamp by, CancellationToken cancellationToken)
    {
        var usable = batch.Where(static row => row.Target is not null).Select(static row => row.Link!);
        var linked = links.ImportLinksAsync(usable.ToAsyncEnumerable(), by, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (linked.ConfigureAwait(false))
        {
            var results = new List<PortableLinkResult>(batch.Length);
            foreach (var row in batch)
            {
                results.Add(row.Target is not null && await linked.MoveNextAsync().ConfigureAwait(false) ? ResultOf(row, linked.Current) : Unlinked(row));
            }

            return results;
        }
    }

    private async Task<List<PortableLinkResult>> ForecastAsync(LinkRow[] batch, CancellationToken cancellationToken)
    {
        var results = new List<PortableLinkResult>(batch.Length);
        foreach (var row in batch)
        {
            if (row is { Link: { } link, Target: { } target })
            {
                var ofSource = await queries.ListBySourceAsync(link.Account.Id, link.Source, cancellationToken).ConfigureAwait(false);
                var (outcome, export) = LinkForecast.Of(link, target, ofSource);
                results.Add(row.ToResult(outcome) with { Export = export });
            }
            else
            {
                results.Add(Unlinked(row));
            }
        }

        return results;
    }

    private static PortableLinkResult Unlinked(LinkRow row) => row.ToResult(row.Problems.IsEmpty ? PortableLinkOutcome.NotFilledIn : PortableLinkOutcome.Invalid);

    private static PortableLinkResult ResultOf(LinkRow row, LinkImportResult result)
    {
        var outcome = result.Outcome switch
        {
            LinkOutcome.Linked => PortableLinkOutcome.Linked,
            LinkOutcome.AlreadyLinked => PortableLinkOutcome.AlreadyLinked,
            LinkOutcome.Conflict => PortableLinkOutcome.Conflict,
            LinkOutcome.InUse => PortableLinkOutcome.InUse,
            _ => PortableLinkOutcome.Invalid,
        };
        return row.ToResult(outcome) with
        {
            Export = result.Export,
            Problems = outcome == PortableLinkOutcome.Invalid ? [new("$", Contract.ContractRules.Conflict, result.Message ?? "The ledger refuses the link.")] : [],
        };
    }
}
