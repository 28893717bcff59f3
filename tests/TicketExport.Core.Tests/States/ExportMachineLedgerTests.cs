using TicketExport.Contract;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>The ledgers' rules and the state machine agree on every state that a ledger can hold.</summary>
public sealed class ExportMachineLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static IEnumerable<ExportState> Storable =>
        StateSpace.All.Where(static state => state.Link != LinkState.Unlinked && (!state.IsLeased || state.Attempt != AttemptState.None));

    [Fact]
    public void A_claim_comes_to_what_the_machine_says() => Assert.All(Storable, static state =>
    {
        var own = EntryOf(state);
        var step = ExportMachine.Next(state, ExportEvent.Claimed);

        var decision = LedgerRules.Claim(Request(Own), new ClaimSituation { Generation = 1, Holder = own, Own = own }, Now);

        Assert.Equal(ExpectedOf(step), decision.Result.GetType());
        Assert.Equal(step.IsRefused, decision.Write is null);
        if (decision.Write is { } written)
        {
            Assert.Equal(step.Next, ExportState.Of(written, Now));
            Assert.Equal(own.Export.FencingToken + 1, written.Export.FencingToken);
        }
    });

    [Fact]
    public void Another_export_gets_the_guard_key_when_the_machine_says_so() => Assert.All(Storable, static state =>
    {
        var step = ExportMachine.Next(state, ExportEvent.KeyWanted);

        var decision = LedgerRules.Claim(Request("other"), new ClaimSituation { Generation = 1, Holder = EntryOf(state) }, Now);

        Assert.Equal(step.IsRefused ? ExpectedOf(step) : typeof(ClaimResult.ToSend), decision.Result.GetType());
        Assert.Equal(step.IsRefused ? null : "other", decision.NewHolderId);
    });

    [Fact]
    public void The_next_attempt_begins_when_the_machine_lets_a_request_leave() => Assert.All(Storable.Where(static state => state.Link == LinkState.None), static state =>
    {
        var entry = EntryOf(state);
        var step = ExportMachine.Next(state, ExportEvent.AbsentProven);

        var change = LedgerRules.BeginAttempt(ClaimOf(entry), entry, disabled: null, Now);

        Assert.Equal(step.Has(ExportEffects.Send), change is not null);
        if (change is not null)
        {
            Assert.Equal(step.Next, ExportState.Of(change.Write!, Now));
            Assert.Equal(step.Ended, change.Ended!.State);
        }
    });

    [Fact]
    public void What_a_provider_answers_is_recorded_as_the_machine_says()
    {
        foreach (var state in Storable.Where(static state => state is { HasOpenAttempt: true, Link: LinkState.None }))
        {
            foreach (var answer in StateSpace.Events.Where(static happened => happened is >= ExportEvent.Created and <= ExportEvent.NotSettled))
            {
                var step = ExportMachine.Next(state, answer);
                if (step.IsRefused || step.Has(ExportEffects.Send))
                {
                    continue;
                }

                var entry = EntryOf(state);
                var written = LedgerRules.Record(ClaimOf(entry), UpdateOf(step), entry, Now);

                Assert.Equal(step.Next, ExportState.Of(written!, Now));
            }
        }
    }

    private const string Own = "export-1";

    private static Type ExpectedOf(ExportStep step) => step.Refusal switch
    {
        ExportRefusal.HasTicket => typeof(ClaimResult.Linked),
        ExportRefusal.Leased => typeof(ClaimResult.Held),
        ExportRefusal.None when step.Has(ExportEffects.Send) => typeof(ClaimResult.ToSend),
        ExportRefusal.None => typeof(ClaimResult.ToReconcile),
        _ => typeof(ClaimResult.Waiting),
    };

    private static ExportUpdate UpdateOf(ExportStep step) => new()
    {
        Status = step.Next.Status,
        AttemptState = step.Next.Attempt,
        RetryAt = step.Next.IsDue ? null : Now.AddMinutes(1),
        Ticket = step.Has(ExportEffects.Link) ? ScriptedProvider.Ticket("1") : null,
    };

    private static ClaimRequest Request(string exportId) => new()
    {
        Account = new AccountScope { Id = "acme" },
        TargetId = "board",
        ProviderKey = "scripted",
        Source = new SourceKey(SourceTypes.ReportIssue, "42"),
        Keys = Keys,
        DocumentJson = "{}"u8.ToArray(),
        ExportId = exportId,
        ClaimId = "new-claim",
        LeaseDuration = TimeSpan.FromSeconds(45),
    };

    private static ExportClaim ClaimOf(LedgerEntry entry) =>
        new("acme", Own, "old-claim", entry.Export.FencingToken, entry.Export.Attempts, Now.AddSeconds(30));

    private static LedgerEntry EntryOf(ExportState state) => new()
    {
        ClaimId = "old-claim",
        LeaseUntil = state.IsLeased ? Now.AddSeconds(30) : null,
        LastAttempt = state.Attempt == AttemptState.None
            ? null
            : new AttemptRecord { ExportId = Own, Number = 1, State = state.Attempt, FencingToken = 1, StartedAt = Now.AddMinutes(-5) },
        Export = new ExportRecord
        {
            ExportId = Own,
            Account = new AccountScope { Id = "acme" },
            Source = new SourceKey(SourceTypes.ReportIssue, "42"),
            TargetId = "board",
            ProviderKey = "scripted",
            Fingerprint = Keys.Fingerprint,
            IdempotencyKey = Keys.IdempotencyKey,
            Generation = 1,
            Status = state.Status,
            FencingToken = 2,
            Attempts = state.Attempt == AttemptState.None ? 0 : 1,
            RetryAt = state.IsDue ? null : Now.AddMinutes(1),
            HasOpenAttempt = state.HasOpenAttempt,
            ApprovedAt = Now.AddMinutes(-10),
            Ticket = state.Link != LinkState.None ? ScriptedProvider.Ticket("1") : null,
            Link = state.Link,
            CreatedAt = Now.AddMinutes(-10),
            UpdatedAt = Now.AddMinutes(-5),
        },
    };

    private static ExportKeys Keys { get; } = ExportKeys.Compute(
        new AccountScope { Id = "acme" },
        Documents.Checkout.Source,
        new TicketTarget { Id = "board", ProviderKey = "scripted" },
        generation: 1);
}
