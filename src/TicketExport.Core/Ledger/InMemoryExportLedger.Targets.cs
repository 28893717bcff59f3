namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly List<TargetSwitch> _switches = [];
    private readonly Dictionary<TargetKey, TargetState> _targets = [];

    /// <inheritdoc/>
    public Task<TargetState> FindTargetStateAsync(TargetKey target, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        return Locked(() => StateOf(target), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TargetSwitchResult> SwitchTargetAsync(TargetSwitchCommand command, CancellationToken cancellationToken)
    {
        LedgerRules.ThrowIfUnusable(command);
        return Locked(() => SwitchTarget(command), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<TargetSwitch>> ListTargetSwitchesAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(target);
        var start = PageCursor.Read(page, ListRules.TargetSwitches);
        return Locked(
            () => ListRules.ToPage(
                [.. _switches
                    .Where(row => row.Target == target && (start is null || row.Number < start.Number))
                    .Reverse()
                    .Take(page.Size + 1)],
                page),
            cancellationToken);
    }

    private TargetSwitchResult SwitchTarget(TargetSwitchCommand command)
    {
        var state = StateOf(command.Target);
        var change = LedgerRules.SwitchTarget(command, state.Newest, _time.GetUtcNow());
        if (change.Write is { } row)
        {
            Keep(row, row.IsDisabled ? state.FailingSince : null);
        }

        return new(change.Outcome, StateOf(command.Target));
    }

    private void Report(TargetKey target, ExportUpdate update)
    {
        if (LedgerRules.Report(update, StateOf(target), _time.GetUtcNow()) is not { } change)
        {
            return;
        }

        if (change.Write is { } row)
        {
            Keep(row, change.FailingSince);
            return;
        }

        _targets[target] = StateOf(target) with { FailingSince = change.FailingSince };
    }

    private void Keep(TargetSwitch row, DateTimeOffset? failingSince)
    {
        var numbered = row with { Number = _switches.Count + 1 };
        _switches.Add(numbered);
        _targets[row.Target] = new TargetState(row.Target) { Newest = numbered, FailingSince = failingSince };
    }

    private TargetState StateOf(TargetKey target) => _targets.GetValueOrDefault(target) ?? new TargetState(target);
}
