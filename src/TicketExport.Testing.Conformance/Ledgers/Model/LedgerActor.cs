using System.Collections.Concurrent;
using System.Text;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>Plays a history on the ledger under test.</summary>
internal sealed class LedgerActor(LedgerUnderTest ledgers, ManualClock clock) : ILedgerActor
{
    private readonly ConcurrentDictionary<int, List<ExportClaim>> _claims = [];
    private readonly ConcurrentDictionary<(string Account, string ExportId), bool> _exports = [];

    private DateTimeOffset Now => LedgerTime.Floor(clock.GetUtcNow());

    public async Task<string> ApplyAsync(LedgerOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Claim:
                return await ClaimAsync(operation);
            case OperationKind.Enqueue:
                var enqueued = await ledgers.Ledger.EnqueueAsync(operation.EnqueueRequest, default);
                Remember(operation);
                return Answers.Of(enqueued);
            case OperationKind.Record when ClaimOf(operation) is { } claim:
                return Answers.Recorded(await ledgers.Ledger.RecordAsync(claim, operation.UpdateAt(Now), default));
            case OperationKind.Begin when ClaimOf(operation) is { } claim:
                return await BeginAsync(operation, claim);
            case OperationKind.Due:
                return Answers.Due(await ledgers.Ledger.FindDueAsync(operation.Query, default));
            case OperationKind.Advance:
                clock.Advance(operation.Time);
                return Answers.Time(Now);
            case OperationKind.Link:
                Remember(operation);
                return await ChangeAsync(operation.LinkCommand);
            case OperationKind.Unlink:
                return await ChangeAsync(new LinkCommand.Unlink(operation.Case.Account.Id, operation.PickedExportId, Updates.By));
            case OperationKind.Relink:
                return await ChangeAsync(new LinkCommand.Relink(operation.Case.Account.Id, operation.PickedExportId, operation.Ticket, Updates.By));
            case OperationKind.Receive:
                return $"{(await ledgers.Receipts.RecordReceiptAsync(operation.Receipt, default)).Result}";
            case OperationKind.Disable:
                return await SwitchAsync(new TargetSwitchCommand.Disable(operation.Place, Updates.By));
            case OperationKind.Enable:
                return await SwitchAsync(new TargetSwitchCommand.Enable(operation.Place, Updates.By));
            default:
                return Answers.Nothing;
        }
    }

    public async Task<string> DescribeAsync()
    {
        var lines = new List<string>();
        foreach (var (account, exportId) in _exports.Keys)
        {
            if (await ledgers.Queries.FindExportAsync(account, exportId, default) is { } export)
            {
                var document = await ledgers.Queries.ReadDocumentAsync(account, exportId, default);
                lines.Add(Answers.Of(
                    export,
                    await ledgers.Queries.ListAttemptsAsync(account, exportId, default),
                    document is { } json ? Encoding.UTF8.GetString(json.Span) : null));
            }
        }

        foreach (var place in LedgerHistories.Places)
        {
            lines.Add($"pause of {place.AccountId}/{place.TargetId} {Answers.Time((await ledgers.Queries.FindCooldownAsync(place, default))?.PausedUntil)}");
            lines.Add(Answers.Switch(place, (await ledgers.Targets.FindTargetStateAsync(place, default)).IsDisabled));
        }

        foreach (var (account, key) in LedgerHistories.GuardKeys)
        {
            var guard = await ledgers.Ledger.FindGuardAsync(account, key, default);
            lines.Add($"guard {account} {key} {guard?.Generation} {guard?.Holder.ExportId}");
        }

        foreach (var account in LedgerHistories.Accounts)
        {
            var audit = await ledgers.Queries.ListAuditAsync(new AuditFilter { AccountId = account }, new PageRequest { Size = PageRequest.MaxSize }, default);
            lines.Add($"audit of {account} {string.Join(", ", audit.Items.Reverse().Select(static row => $"{row.Action} {row.ExportId} {row.FormerTicketId}>{row.TicketId}"))}");
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private async Task<string> ClaimAsync(LedgerOperation operation)
    {
        var result = await ledgers.Ledger.ClaimAsync(operation.ClaimRequest, default);
        Remember(operation);
        var claim = (result as ClaimResult.ToSend)?.Claim ?? (result as ClaimResult.ToReconcile)?.Claim;
        if (claim is not null)
        {
            ClaimsOf(operation).Add(claim);
        }

        return Answers.Of(result);
    }

    private async Task<string> BeginAsync(LedgerOperation operation, ExportClaim claim)
    {
        var next = await ledgers.Ledger.BeginAttemptAsync(claim, default);
        if (next is not null)
        {
            ClaimsOf(operation).Add(next);
        }

        return Answers.Begun(next);
    }

    private async Task<string> ChangeAsync(LinkCommand command)
    {
        var result = (await ledgers.Links.ChangeLinksAsync([command], default)).Single();
        return Answers.Changed(result.Outcome, result.Export?.ExportId);
    }

    private async Task<string> SwitchAsync(TargetSwitchCommand command) => $"{(await ledgers.Targets.SwitchTargetAsync(command, default)).Outcome}";

    private void Remember(LedgerOperation operation) => _exports[(operation.Case.Account.Id, operation.ExportId)] = true;

    private List<ExportClaim> ClaimsOf(LedgerOperation operation) => _claims.GetOrAdd(operation.Lane, static _ => []);

    private ExportClaim? ClaimOf(LedgerOperation operation) => LedgerHistories.Picked(ClaimsOf(operation), operation);
}
