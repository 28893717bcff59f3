using TicketExport.Identity;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    private const int MaxOrigin = 512;

    /// <summary>Refuses a change that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The actor, the reason or the destination is missing, too long or cannot be stored.</exception>
    public static void ThrowIfUnusable(OwnershipCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        LedgerText.ThrowIfUnsafe(command.Target);
        ThrowIfUnusable(command.By.Actor, "actor", AuditStamp.MaxActor);
        ThrowIfUnusable(command.By.Reason, "reason", AuditStamp.MaxReason);
        if (command is not OwnershipCommand.Confirm confirm)
        {
            return;
        }

        if (!FieldHash.IsHash(confirm.DestinationHash))
        {
            throw new ArgumentException("A destination is 64 lower-case hexadecimal digits; take the one that ITicketTargets shows.", nameof(command));
        }

        if (confirm.Origin?.Length > MaxOrigin)
        {
            throw new ArgumentException($"The origin of a destination is longer than {MaxOrigin} characters.", nameof(command));
        }

        LedgerText.ThrowIfUnsafe(confirm.Origin);
    }

    /// <summary>Decides on a change of an ownership.</summary>
    /// <param name="command">The change.</param>
    /// <param name="newest">The newest row of the target.</param>
    /// <param name="now">The ledger's time.</param>
    public static OwnershipChange ChangeOwnership(OwnershipCommand command, OwnershipRecord? newest, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command switch
        {
            OwnershipCommand.Confirm confirm => newest is { IsConfirmed: true } && newest.DestinationHash == confirm.DestinationHash
                ? new(OwnershipOutcome.AlreadyConfirmed, null)
                : new(OwnershipOutcome.Confirmed, RowOf(command, confirm.DestinationHash, confirm.Origin, now) with { IsConfirmed = true }),
            OwnershipCommand.Withdraw => newest is { IsConfirmed: true }
                ? new(OwnershipOutcome.Withdrawn, RowOf(command, newest.DestinationHash, newest.Origin, now))
                : new(OwnershipOutcome.NotConfirmed, null),
            _ => throw new InvalidOperationException($"{command.GetType()} is not a change of an ownership."),
        };
    }

    private static OwnershipRecord RowOf(OwnershipCommand command, string destinationHash, string? origin, DateTimeOffset now) => new()
    {
        Target = command.Target,
        DestinationHash = destinationHash,
        Origin = origin,
        IsConfirmed = false,
        At = LedgerTime.Floor(now),
        By = command.By,
    };
}
