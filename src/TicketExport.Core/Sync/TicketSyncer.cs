using TicketExport.Configuration;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Sync;

internal sealed class TicketSyncer(
    IExportLedgerQueries queries,
    TargetResolver targets,
    TargetAdmission admission,
    ITicketCredentialSource credentials,
    StatusReader reader) : ITicketSync
{
    public async Task<SyncResult> SyncAsync(string accountId, string exportId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(exportId);
        var export = await queries.FindExportAsync(accountId, exportId, cancellationToken).ConfigureAwait(false);
        if (export?.Ticket is null)
        {
            return new SyncResult { Outcome = export is null ? SyncOutcome.NotFound : SyncOutcome.NotLinked };
        }

        var (link, failure) = await ResolveAsync(export, cancellationToken).ConfigureAwait(false);
        if (link is null)
        {
            return await reader.RecordUnreadAsync(export, failure!).ConfigureAwait(false);
        }

        return link.Provider is IStatusProvider
            ? await reader.ReadAsync(link, link.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false)
            : reader.ResultOf(SyncOutcome.NotSupported, export, await reader.FindAsync(export, cancellationToken).ConfigureAwait(false));
    }

    private async Task<(LinkedTicket? Link, ExportFailure? Failure)> ResolveAsync(ExportRecord export, CancellationToken cancellationToken)
    {
        try
        {
            var target = await targets.FindAsync(export.Account.Id, export.TargetId, cancellationToken).ConfigureAwait(false);
            if (target is null)
            {
                return (null, FailureMap.TargetMissing(export.TargetId));
            }

            return targets.Resolve(target) is { } effective
                ? await CheckAsync(export, effective, cancellationToken).ConfigureAwait(false)
                : (null, FailureMap.ProviderMissing(target, targets.DescribeMissing(target)));
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (null, FailureMap.SourceThrew(exception));
        }
    }

    // No credential goes to a destination that is not the account's own, not even to read.
    private async Task<(LinkedTicket? Link, ExportFailure? Failure)> CheckAsync(
        ExportRecord export,
        EffectiveTarget effective,
        CancellationToken cancellationToken)
    {
        var (target, provider) = (effective.Target, effective.Provider);
        if (await admission.FindOwnershipGapAsync(export.Account.Id, effective, cancellationToken).ConfigureAwait(false) is { } gap)
        {
            return (null, gap);
        }

        var credential = await credentials.GetAsync(export.Account.Id, target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
        var problems = TargetProblems.Of(provider, target, credential);
        return problems.IsEmpty
            ? (new LinkedTicket(export, target, provider, credential), null)
            : (null, TargetFailures.Unusable(target, problems));
    }
}
