using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Targets;

/// <summary>Disables targets and enables them again, for people.</summary>
internal sealed partial class TargetSwitches(TargetResolver resolver, ITargetLedger ledger, WorkSignal signal, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<TargetSwitches>();

    public async Task<TargetState?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        await KeyOfAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } key
            ? await ledger.FindTargetStateAsync(key, cancellationToken).ConfigureAwait(false)
            : null;

    public Task<TargetSwitchResult> EnableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken) =>
        SwitchAsync(accountId, targetId, key => new TargetSwitchCommand.Enable(key, by), cancellationToken);

    public Task<TargetSwitchResult> DisableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken) =>
        SwitchAsync(accountId, targetId, key => new TargetSwitchCommand.Disable(key, by), cancellationToken);

    private async Task<TargetSwitchResult> SwitchAsync(
        string accountId,
        string targetId,
        Func<TargetKey, TargetSwitchCommand> commandOf,
        CancellationToken cancellationToken)
    {
        if (await KeyOfAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is not { } key)
        {
            return new(TargetSwitchOutcome.NotFound, null);
        }

        var result = await ledger.SwitchTargetAsync(commandOf(key), cancellationToken).ConfigureAwait(false);
        if (result.Outcome is TargetSwitchOutcome.Enabled or TargetSwitchOutcome.Disabled)
        {
            LogSwitched(key.TargetId, result.Outcome);
        }

        if (result.Outcome == TargetSwitchOutcome.Enabled)
        {
            signal.Wake();
        }

        return result;
    }

    // The target's own spelling of its id is the one that exports are kept under.
    private async Task<TargetKey?> KeyOfAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        await resolver.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } target
            ? new TargetKey(accountId, target.Id)
            : null;

    [LoggerMessage(EventId = 1057, Level = LogLevel.Information, Message = "Target {TargetId} was switched: {Outcome}.")]
    private partial void LogSwitched(string targetId, TargetSwitchOutcome outcome);
}
