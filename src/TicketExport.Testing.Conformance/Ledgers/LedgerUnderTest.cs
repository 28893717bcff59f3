using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>A ledger and its other faces over the same storage; usually one object each time.</summary>
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
        get => field ?? FaceOf<IOwnershipLedger>(nameof(Ownership));
        init;
    }

    /// <summary>What keeps linked tickets in step.</summary>
    /// <value>Default: <see cref="Ledger"/>, which must be one then.</value>
    public ISyncLedger Syncs
    {
        get => field ?? FaceOf<ISyncLedger>(nameof(Syncs));
        init;
    }

    private TFace FaceOf<TFace>(string name)
        where TFace : class =>
        Ledger as TFace ?? throw new InvalidOperationException($"{Ledger.GetType()} is no {typeof(TFace).Name}; set {name} to the one of the same storage.");
}
