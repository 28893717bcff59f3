using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Links;

internal sealed class TicketLinks(ILinkLedger ledger, ITicketTargetSource targets, TimeProvider time) : ITicketLinks
{
    private const int BatchSize = 500;

    public Task<LinkResult> UnlinkAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(exportId);
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(new LinkCommand.Unlink(accountId, exportId, by), cancellationToken);
    }

    public Task<LinkResult> RelinkAsync(
        string accountId,
        string exportId,
        TicketReference ticket,
        AuditStamp by,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(exportId);
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(new LinkCommand.Relink(accountId, exportId, ticket, by), cancellationToken);
    }

    public async Task<LinkResult> LinkExistingAsync(LinkImport link, AuditStamp by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(by);
        var target = await targets.FindAsync(link.Account.Id, link.TargetId, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(CommandOf(link, target, by), cancellationToken).ConfigureAwait(false);
    }

    public Task<LinkResult> LinkBackAsync(
        string accountId,
        string idempotencyKey,
        TicketReference ticket,
        AuditStamp by,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(idempotencyKey);
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(by);
        return IdempotencyKey.TryParse(idempotencyKey, out var key)
            ? ChangeAsync(new LinkCommand.LinkBack(accountId, key, ticket, by), cancellationToken)
            : Task.FromResult(new LinkResult(LinkOutcome.NotFound, null));
    }

    public async IAsyncEnumerable<LinkImportResult> ImportLinksAsync(
        IAsyncEnumerable<LinkImport> links,
        AuditStamp by,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(by);
        LedgerRules.ThrowIfUnusable(new LinkCommand.Unlink("", "", by));
        var known = new Dictionary<TargetKey, TicketTarget?>();
        var row = 0L;
        await foreach (var batch in links.Chunk(BatchSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var result in await ImportAsync(batch, by, known, cancellationToken).ConfigureAwait(false))
            {
                yield return result with { Row = ++row };
            }
        }
    }

    private async Task<LinkImportResult[]> ImportAsync(
        LinkImport[] batch,
        AuditStamp by,
        Dictionary<TargetKey, TicketTarget?> known,
        CancellationToken cancellationToken)
    {
        var results = new LinkImportResult[batch.Length];
        var commands = ImmutableArray.CreateBuilder<LinkCommand>(batch.Length);
        var places = new List<int>(batch.Length);
        for (var i = 0; i < batch.Length; i++)
        {
            try
            {
                var target = await FindAsync(batch[i], known, cancellationToken).ConfigureAwait(false);
                commands.Add(CommandOf(batch[i], target, by) with { IsImport = true });
                places.Add(i);
            }
            catch (ArgumentException exception)
            {
                results[i] = new(0, batch[i], LinkOutcome.Invalid) { Message = exception.Message };
            }
        }

        var changed = await ledger.ChangeLinksAsync(commands.ToImmutable(), cancellationToken).ConfigureAwait(false);
        foreach (var (place, result) in places.Zip(changed))
        {
            results[place] = new(0, batch[place], result.Outcome) { Export = result.Export };
        }

        return results;
    }

    private async Task<TicketTarget?> FindAsync(LinkImport link, Dictionary<TargetKey, TicketTarget?> known, CancellationToken cancellationToken)
    {
        var key = new TargetKey(link.Account.Id, link.TargetId);
        if (!known.TryGetValue(key, out var target))
        {
            known[key] = target = await targets.FindAsync(key.AccountId, key.TargetId, cancellationToken).ConfigureAwait(false);
        }

        return target;
    }

    private LinkCommand.Link CommandOf(LinkImport link, TicketTarget? target, AuditStamp by)
    {
        var command = new LinkCommand.Link(link.Account, link.Ticket, by)
        {
            Target = target ?? throw new ArgumentException($"The account has no target '{link.TargetId}'; add it, or name one that exists.", nameof(link)),
            Source = link.Source,
            Fingerprint = DuplicateFingerprint.Compute(link.Account, link.Source, link.SourceFingerprint),
            ReportId = link.ReportId,
            ExportId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        };
        LedgerRules.ThrowIfUnusable(command);
        return command;
    }

    private async Task<LinkResult> ChangeAsync(LinkCommand command, CancellationToken cancellationToken) =>
        (await ledger.ChangeLinksAsync([command], cancellationToken).ConfigureAwait(false))[0];
}
