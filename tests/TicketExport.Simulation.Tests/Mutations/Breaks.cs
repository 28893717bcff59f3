using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Simulation.Tests.Worlds;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>The breaks that the simulation must notice.</summary>
internal static class Breaks
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("the intent is written after the request")
        {
            Ledger = static (_, ledger) => new IntentAfterSendLedger(ledger),
        },
        new("writes are not fenced")
        {
            Ledger = static (world, ledger) => new UnfencedLedger(world, ledger),
        },
        new("the settle window is ignored")
        {
            Provider = static (_, provider) => new ChangedProvider(provider) { OnSheet = static sheet => sheet with { SettleWindow = TimeSpan.Zero } },
        },
        new("the settle window counts from the claim, not from the end of its lease")
        {
            Ledger = static (world, ledger) => new EarlySettlingLedger(ledger, SheetOf(world)),
            Steer = static plan => plan with
            {
                Profile = TrackerProfile.Late,
                Findings = 1,
                TwoTargets = false,
                Workers = 3,
                CancelRate = 0,
                LedgerFaultRate = 0,
                PauseRate = 0.2,
                KillRate = 0.1,
                FirstFaults = [TrackerFault.LateCommit, TrackerFault.LateCommit],
            },
        },
        new("the marker travels in a second call")
        {
            Provider = static (worker, _) => new LateMarkerProvider(worker),
        },
        new("the guard over targets is dropped")
        {
            Ledger = static (_, ledger) => new UnguardedLedger(ledger),
        },
        new("a lost answer is retried without a look-up")
        {
            Provider = static (_, provider) => new ChangedProvider(provider)
            {
                OnCreated = static outcome => outcome is CreateOutcome.Unknown unknown ? new CreateOutcome.NotSent(unknown.Fault) : outcome,
            },
        },
        new("the request is repeated below the pipeline")
        {
            Provider = static (_, provider) => new ResendingProvider(provider),
        },
        new("a likely absence is taken for a proof")
        {
            Provider = static (_, provider) => new ChangedProvider(provider)
            {
                OnFound = static outcome => outcome is FindOutcome.Absent ? new FindOutcome.Absent(Proven: true) : outcome,
            },
        },
        new("a failed look-up is taken for an empty one")
        {
            Provider = static (_, provider) => new ChangedProvider(provider)
            {
                OnFound = static outcome => outcome is FindOutcome.Failed ? new FindOutcome.Absent(Proven: true) : outcome,
            },
        },
        new("leases end before their holders know")
        {
            Ledger = static (_, ledger) => new ShortLeaseLedger(ledger),
        },
        new("due times are forgotten")
        {
            Ledger = static (_, ledger) => new ForgetfulLedger(ledger, static update => update with { RetryAt = null }),
        },
        new("links are not recorded")
        {
            Ledger = static (_, ledger) => new ForgetfulLedger(ledger, static update => update.Ticket is null ? update : null),
        },
        new("an unknown outcome is recorded as a refusal")
        {
            Ledger = static (_, ledger) => new ForgetfulLedger(ledger, static update =>
                update.Status == ExportStatus.DeliveryUnknown ? update with { Status = ExportStatus.Failed, AttemptState = AttemptState.Rejected, RetryAt = null } : update),
        },
    ];

    /// <summary>The breaks of what is around the pipeline: who is served, when, and how a node ends.</summary>
    public static IReadOnlyList<Mutation> OfDispatching { get; } =
    [
        new("the oldest is served first, whoever has a backlog")
        {
            Ledger = static (_, ledger) => new UnfairLedger(ledger),
            Steer = static plan => DispatchTests.FairPlan(plan.Seed),
        },
        new("a tracker's wait is not kept for its target")
        {
            Ledger = static (_, ledger) => new ForgetfulLedger(ledger, static update => update with { PauseTargetUntil = null }),
        },
        new("a node that is asked to end leaves at once")
        {
            LeavesAtOnce = true,
        },
        new("writes of dispatched exports are not fenced")
        {
            Ledger = static (world, ledger) => new UnfencedLedger(world, ledger),
        },
        new("clocks are further apart than the settle window allows for")
        {
            Steer = static plan => plan with
            {
                Profile = TrackerProfile.Late,
                Workers = 3,
                Findings = 1,
                TwoTargets = false,
                LedgerFaultRate = 0,
                Skew = TimeSpan.FromMinutes(10),
                Dispatch = plan.Dispatch! with { JumpRate = 0.2 },
                FirstFaults = [TrackerFault.LateCommit, TrackerFault.LateCommit],
            },
        },
    ];

    private static ProviderSheet SheetOf(World world) => new()
    {
        Key = SimulatedProvider.Key,
        DisplayName = SimulatedProvider.Key,
        Guarantee = world.Plan.Profile.Guarantee,
        Timeout = world.Plan.Profile.Timeout,
    };
}
