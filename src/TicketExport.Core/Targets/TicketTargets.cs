using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;

namespace TicketExport.Targets;

internal sealed partial class TicketTargets(
    TargetResolver resolver,
    TargetOwnerships ownerships,
    IOwnershipLedger ledger,
    TargetSwitches switches,
    ILoggerFactory? loggers = null) : ITicketTargets
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<TicketTargets>();

    public async Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        return (await ResolveAsync(accountId, targetId, cancellationToken).ConfigureAwait(false))?.Target;
    }

    public async Task<TargetOwnership?> FindOwnershipAsync(string accountId, string targetId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        return await ResolveAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } effective
            ? await ownerships.ReadAsync(accountId, effective, cancellationToken).ConfigureAwait(false)
            : null;
    }

    public async Task<OwnershipResult> ConfirmOwnershipAsync(
        string accountId,
        string targetId,
        AuditStamp by,
        string? destination = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await FindOwnershipAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is not { } present)
        {
            return new(OwnershipOutcome.NotFound, null);
        }

        return destination is not null && destination != present.Destination
            ? new(OwnershipOutcome.DestinationChanged, present.Newest)
            : await ChangeAsync(
                new OwnershipCommand.Confirm(new TargetKey(accountId, present.TargetId), present.Destination, present.Origin, by),
                cancellationToken).ConfigureAwait(false);
    }

    public async Task<OwnershipResult> WithdrawOwnershipAsync(
        string accountId,
        string targetId,
        AuditStamp by,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await FindOwnershipAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is not { } present)
        {
            return new(OwnershipOutcome.NotFound, null);
        }

        var result = await ChangeAsync(new OwnershipCommand.Withdraw(new TargetKey(accountId, present.TargetId), by), cancellationToken).ConfigureAwait(false);
        return present.IsSetByTarget ? result with { Outcome = OwnershipOutcome.SetByTarget } : result;
    }

    public Task<TargetState?> FindStateAsync(string accountId, string targetId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        return switches.FindAsync(accountId, targetId, cancellationToken);
    }

    public Task<TargetSwitchResult> EnableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        ArgumentNullException.ThrowIfNull(by);
        return switches.EnableAsync(accountId, targetId, by, cancellationToken);
    }

    public Task<TargetSwitchResult> DisableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        ArgumentNullException.ThrowIfNull(by);
        return switches.DisableAsync(accountId, targetId, by, cancellationToken);
    }

    private async Task<EffectiveTarget?> ResolveAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        await resolver.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } target
            ? resolver.Resolve(target)
            : null;

    private async Task<OwnershipResult> ChangeAsync(OwnershipCommand command, CancellationToken cancellationToken)
    {
        var result = await ledger.ChangeOwnershipAsync(command, cancellationToken).ConfigureAwait(false);
        if (result.Outcome is OwnershipOutcome.Confirmed or OwnershipOutcome.Withdrawn)
        {
            LogChanged(command.Target.TargetId, result.Outcome);
        }

        return result;
    }

    [LoggerMessage(EventId = 1050, Level = LogLevel.Information, Message = "The ownership of the destination of {TargetId} was changed: {Outcome}.")]
    private partial void LogChanged(string targetId, OwnershipOutcome outcome);
}
