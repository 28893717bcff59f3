using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Sync;

internal sealed class TicketSyncer(
    IExportLedgerQueries queries,
    TargetResolver targets,
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

            if (targets.Resolve(target) is not { } effective)
            {
                return (null, FailureMap.ProviderMissing(target, targets.DescribeMissing(target)));
            }

            (target, var provider) = effective;
            var credential = await credentials.GetAsync(export.Account.Id, target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
            ImmutableArray<TargetProblem> problems = provider is ITargetRules rules ? rules.Check(target, credential) : [];
            return problems.IsEmpty
                ? (new LinkedTicket(export, target, provider, credential), null)
                : (null, TargetFailures.Unusable(target, problems));
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (null, FailureMap.SourceThrew(exception));
        }
    }
}
