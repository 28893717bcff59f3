using TicketExport.Ledger;

namespace TicketExport.Targets;

/// <summary>What people decide about targets: whether a destination is the account's own, and whether anything is sent to it. Every change is written with its actor and reason.</summary>
/// <remarks>
/// <para>Nothing is sent to a destination that nobody confirmed. A confirmation is bound to the account, the target, its provider, its
/// base URL and the settings that say where tickets go; when one of them changes, it is void.</para>
/// <para>Contacts no tracker. Safe for use from many threads, and safe to repeat.</para>
/// </remarks>
public interface ITicketTargets
{
    /// <summary>Finds a target as an export sees it: with the defaults of its provider under its own settings.</summary>
    /// <returns>The target, or <see langword="null"/> when the account has no such target or no provider serves it.</returns>
    Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken = default);

    /// <summary>Reads how the ownership of a target's present destination stands.</summary>
    /// <returns>How it stands, or <see langword="null"/> when the account has no such target or no provider serves it.</returns>
    /// <exception cref="TicketExportException">The ledger could not be read.</exception>
    Task<TargetOwnership?> FindOwnershipAsync(string accountId, string targetId, CancellationToken cancellationToken = default);

    /// <summary>Confirms, durably, that a target's present destination is the account's own.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="by">Who confirms it, and why.</param>
    /// <param name="destination">
    /// The <see cref="TargetOwnership.Destination"/> that the person was shown, so that a change meanwhile is refused;
    /// <see langword="null"/> for the present one, whatever it is.
    /// </param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>
    /// <see cref="OwnershipOutcome.Confirmed"/> or <see cref="OwnershipOutcome.AlreadyConfirmed"/>, or
    /// <see cref="OwnershipOutcome.DestinationChanged"/> or <see cref="OwnershipOutcome.NotFound"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The actor or the reason cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<OwnershipResult> ConfirmOwnershipAsync(
        string accountId,
        string targetId,
        AuditStamp by,
        string? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Takes a confirmation back. What waits for a worker is stopped when its turn comes.</summary>
    /// <returns>
    /// <see cref="OwnershipOutcome.Withdrawn"/>, or <see cref="OwnershipOutcome.NotConfirmed"/>,
    /// <see cref="OwnershipOutcome.SetByTarget"/> or <see cref="OwnershipOutcome.NotFound"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The actor or the reason cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<OwnershipResult> WithdrawOwnershipAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Reads whether a target is disabled, why and since when, and since when exports to it fail.</summary>
    /// <returns>How it stands, or <see langword="null"/> when the account has no such target.</returns>
    /// <exception cref="TicketExportException">The ledger could not be read.</exception>
    Task<TargetState?> FindStateAsync(string accountId, string targetId, CancellationToken cancellationToken = default);

    /// <summary>Lets exports go out to a disabled target again. What waited goes on at once; what was blocked is exported again.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="by">Who enables it, and why.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>
    /// <see cref="TargetSwitchOutcome.Enabled"/>, <see cref="TargetSwitchOutcome.AlreadyEnabled"/> or <see cref="TargetSwitchOutcome.NotFound"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The actor or the reason cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<TargetSwitchResult> EnableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Sends nothing to a target until somebody enables it. Requests that are under way come to their end.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="by">Who disables it, and why; the reason is part of the failure of each export that it stops.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>
    /// <see cref="TargetSwitchOutcome.Disabled"/>, <see cref="TargetSwitchOutcome.AlreadyDisabled"/> or <see cref="TargetSwitchOutcome.NotFound"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The actor or the reason cannot be stored.</exception>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<TargetSwitchResult> DisableAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default);
}
