using TicketExport.Ledger;

namespace TicketExport.States;

/// <summary>All of an export that decides what may happen next.</summary>
/// <param name="Status">The status.</param>
/// <param name="Attempt">The newest attempt; <see cref="AttemptState.None"/> before the first.</param>
/// <param name="Link">The tie to the ticket.</param>
/// <param name="IsLeased">Whether a claim is at work on it.</param>
/// <param name="IsDue">Whether no time is planned, or the planned one has come.</param>
internal readonly record struct ExportState(ExportStatus Status, AttemptState Attempt, LinkState Link, bool IsLeased, bool IsDue)
{
    /// <summary>An export that is asked for the first time: the call is the approval.</summary>
    public static ExportState New { get; } = new(ExportStatus.Approved, AttemptState.None, LinkState.None, IsLeased: false, IsDue: true);

    /// <summary>Under a claim that was given to send.</summary>
    public static ExportState Sending { get; } = new(ExportStatus.Delivering, AttemptState.Sending, LinkState.None, IsLeased: true, IsDue: true);

    /// <summary>Under a claim that was given to reconcile.</summary>
    public static ExportState Reconciling { get; } = new(ExportStatus.DeliveryUnknown, AttemptState.Unknown, LinkState.None, IsLeased: true, IsDue: true);

    public bool HasOpenAttempt => Attempt is AttemptState.Sending or AttemptState.Unknown;

    public bool HasTicket => Link is LinkState.Live or LinkState.Broken;

    public static ExportState Of(LedgerEntry entry, DateTimeOffset now) => new(
        entry.Export.Status,
        entry.LastAttempt?.State ?? AttemptState.None,
        entry.Export.Link,
        entry.IsLeasedAt(now),
        !(entry.Export.RetryAt > now));
}
