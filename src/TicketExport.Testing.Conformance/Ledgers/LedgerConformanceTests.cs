using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>Holds a ledger to the contract of <see cref="IExportLedger"/> and <see cref="IExportLedgerQueries"/>.</summary>
/// <remarks>
/// Derive a public class from it in an xunit test project and create an empty ledger in <see cref="CreateLedgerAsync"/>. A
/// durable ledger derives <see cref="DurableLedgerConformanceTests"/> instead. Each fact gets a ledger of its own, and a
/// clock that moves only when the fact says so.
/// </remarks>
public abstract partial class LedgerConformanceTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly ManualClock _clock = new();
    private LedgerUnderTest? _ledgers;

    /// <summary>Creates an empty ledger that judges leases and due times by the given clock.</summary>
    protected abstract Task<LedgerUnderTest> CreateLedgerAsync(TimeProvider time);

    /// <summary>Creates the ledger of one fact.</summary>
    public virtual async Task InitializeAsync() => _ledgers = await CreateLedgerAsync(_clock);

    /// <summary>Gives the ledger of one fact back; the base disposes nothing, because the deriving class made it.</summary>
    public virtual Task DisposeAsync() => Task.CompletedTask;

    private protected TimeProvider Clock => _clock;

    private protected IExportLedger Ledger => _ledgers!.Ledger;

    private protected IExportLedgerQueries Queries => _ledgers!.Queries;

    private protected ILinkLedger Links => _ledgers!.Links;

    private protected IReceiptLedger Receipts => _ledgers!.Receipts;

    private protected IOwnershipLedger Ownership => _ledgers!.Ownership;

    private protected ITargetLedger Targets => _ledgers!.Targets;

    private protected IRetentionLedger Retention => _ledgers!.Retention;

    private protected INotificationLedger Notifications => _ledgers!.Notifications;

    private protected ISyncLedger Syncs => _ledgers!.Syncs;

    private protected ICommentLedger Comments => _ledgers!.Comments;

    private protected IDecisionLedger Decisions => _ledgers!.Decisions;

    private protected void Use(LedgerUnderTest ledgers) => _ledgers = ledgers;

    private protected async Task<ClaimResult.ToSend> SendAsync(ExportCase export) =>
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(export));

    private protected Task<ClaimResult> ClaimAsync(ExportCase export) => Ledger.ClaimAsync(export.Request(), default);

    private protected async Task<EnqueueResult.Enqueued> EnqueueAsync(ExportCase export) =>
        Assert.IsType<EnqueueResult.Enqueued>(await Ledger.EnqueueAsync(export.Enqueue(), default));

    private protected async Task<string[]> DueAsync(int limit = 100, TargetKey? after = null) =>
        [.. (await Ledger.FindDueAsync(new DueQuery { Limit = limit, After = after }, default)).Select(due => due.ExportId)];

    private protected async Task<LinkResult> ChangeAsync(LinkCommand command) =>
        Assert.Single(await Links.ChangeLinksAsync([command], default));

    private protected async Task<DecisionResult> DecideAsync(DecisionCommand command) =>
        Assert.Single(await Decisions.DecideAsync([command], default));

    private protected async Task RecordAsync(ExportClaim claim, ExportUpdate update) =>
        Assert.True(await Ledger.RecordAsync(claim, update, default));

    private protected async Task<ExportRecord> FindAsync(ExportClaim claim)
    {
        var export = await Queries.FindExportAsync(claim.AccountId, claim.ExportId, default);
        return Assert.IsType<ExportRecord>(export);
    }

    private protected async Task<AttemptRecord[]> AttemptsAsync(ExportClaim claim) =>
        [.. await Queries.ListAttemptsAsync(claim.AccountId, claim.ExportId, default)];

    private DateTimeOffset Now => LedgerTime.Floor(_clock.GetUtcNow());
}
