using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Decisions;

internal sealed class TicketDecisions(IDecisionLedger ledger, IExportLedgerQueries queries, WorkSignal signal) : ITicketDecisions
{
    private static readonly ExportStatus[] Waiting =
        [ExportStatus.Approved, ExportStatus.Delivering, ExportStatus.DeliveryUnknown, ExportStatus.RetryScheduled];

    public Task<DecisionResult> ApproveAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.Approve(accountId, exportId, by), cancellationToken);

    public Task<DecisionResult> ConfirmAbsentAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.ConfirmAbsent(accountId, exportId, by), cancellationToken);

    public Task<DecisionResult> ParkAsFileAsync(
        string accountId, string exportId, PortableHandover file, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.ParkAsFile(accountId, exportId, file, by), cancellationToken);

    public Task<DecisionResult> NoteFileFailureAsync(
        string accountId, string exportId, ExportFailure failure, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.NoteFileFailure(accountId, exportId, failure, by), cancellationToken);

    public Task<DecisionResult> MarkReferenceLostAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.MarkReferenceLost(accountId, exportId, by), cancellationToken);

    public Task<DecisionResult> MarkReferenceSeenAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.MarkReferenceSeen(accountId, exportId, by), cancellationToken);

    public Task<DecisionResult> MarkFollowUpDoneAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideAsync(new DecisionCommand.MarkFollowUpDone(accountId, exportId, by), cancellationToken);

    public Task<TargetDecisionResult> DisconnectTargetAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideForTargetAsync(
            new ExportFilter { AccountId = accountId, TargetId = targetId, Statuses = [.. Waiting] },
            export => new DecisionCommand.Disconnect(accountId, export.ExportId, by),
            cancellationToken);

    public Task<TargetDecisionResult> ReconnectTargetAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default) =>
        DecideForTargetAsync(
            new ExportFilter { AccountId = accountId, TargetId = targetId, Statuses = [ExportStatus.Disconnected] },
            export => new DecisionCommand.Reconnect(accountId, export.ExportId, by),
            cancellationToken);

    private async Task<TargetDecisionResult> DecideForTargetAsync(
        ExportFilter filter,
        Func<ExportRecord, DecisionCommand> commandOf,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter.AccountId);
        ArgumentNullException.ThrowIfNull(filter.TargetId);
        var total = new TargetDecisionResult(0, 0);
        var request = new PageRequest { Size = PageRequest.MaxSize };
        while (true)
        {
            var page = await queries.ListAsync(filter, request, cancellationToken).ConfigureAwait(false);
            var results = await ledger.DecideAsync([.. page.Items.Where(static export => export.Link == States.LinkState.None).Select(commandOf)], cancellationToken).ConfigureAwait(false);
            var changed = results.Count(static result => result.Outcome == DecisionOutcome.Done);
            total = new(total.Changed + changed, total.Refused + results.Length - changed);
            Wake(results);
            if (page.NextCursor is null)
            {
                return total;
            }

            request = request with { Cursor = page.NextCursor };
        }
    }

    private async Task<DecisionResult> DecideAsync(DecisionCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command.AccountId);
        ArgumentNullException.ThrowIfNull(command.ExportId);
        var results = await ledger.DecideAsync([command], cancellationToken).ConfigureAwait(false);
        Wake(results);
        return results[0];
    }

    private void Wake(IEnumerable<DecisionResult> results)
    {
        if (results.Any(static result => result is { Outcome: DecisionOutcome.Done, Export.RetryAt: not null }))
        {
            signal.Wake();
        }
    }
}
