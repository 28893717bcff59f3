using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>A ledger and its other faces over the same storage; usually one object for all.</summary>
/// <param name="Ledger">What exports are written through.</param>
/// <param name="Queries">What is read through.</param>
/// <param name="Links">What links are changed through.</param>
/// <param name="Receipts">What remembers inbound deliveries.</param>
/// <param name="Decisions">What people decide through.</param>
public sealed record LedgerUnderTest(
    IExportLedger Ledger,
    IExportLedgerQueries Queries,
    ILinkLedger Links,
    IReceiptLedger Receipts,
    IDecisionLedger Decisions)
{
    /// <summary>What remembers confirmed destinations.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public IOwnershipLedger Ownership
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no IOwnershipLedger; set Ownership to the one of the same storage.");
        init;
    } = (Ledger as IOwnershipLedger)!;

    /// <summary>What remembers disabled targets.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public ITargetLedger Targets
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no ITargetLedger; set Targets to the one of the same storage.");
        init;
    } = (Ledger as ITargetLedger)!;

    /// <summary>What forgets documents.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public IRetentionLedger Retention
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no IRetentionLedger; set Retention to the one of the same storage.");
        init;
    } = (Ledger as IRetentionLedger)!;

    /// <summary>What remembers whom to tell.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public INotificationLedger Notifications
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no INotificationLedger; set Notifications to the one of the same storage.");
        init;
    } = (Ledger as INotificationLedger)!;

    /// <summary>What keeps linked tickets in step.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public ISyncLedger Syncs
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no ISyncLedger; set Syncs to the one of the same storage.");
        init;
    } = (Ledger as ISyncLedger)!;

    /// <summary>What keeps threads of comments.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public ICommentLedger Comments
    {
        get => field ?? throw new InvalidOperationException($"{Ledger.GetType()} is no ICommentLedger; set Comments to the one of the same storage.");
        init;
    } = (Ledger as ICommentLedger)!;
}
