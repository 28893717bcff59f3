using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Review;

/// <summary>Reviews over the real pipeline and a tracker on loopback.</summary>
public sealed class TicketReviewsTests
{
    [Fact]
    [Trait("Behaviour", "S4")]
    [Trait("Behaviour", "S13")]
    [Trait("Behaviour", "S14")]
    [Trait("Behaviour", "S15")]
    [Trait("Behaviour", "S22")]
    [Trait("Behaviour", "S23")]
    [Trait("Behaviour", "S62")]
    [Trait("Behaviour", "S76")]
    [Trait("Behaviour", "S128")]
    public async Task A_review_shows_the_source_its_exports_and_the_ticket_and_stops_another()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var created = await harness.CreateAsync();

        var review = await ReviewAsync(harness);

        Assert.Equal((new SourceKey("report_issue", "42"), FakeTrackerDefaults.Key), (review.Source, review.ProviderKey));
        Assert.Equal((created.ExportId, AttemptState.Created), (Assert.Single(review.Exports).Record.ExportId, Assert.Single(review.Exports[0].Attempts).State));
        Assert.Equal((created.Ticket!.ProviderTicketId, created.Ticket.ExternalIssueId), (review.Reference!.Ticket.ProviderTicketId, review.Reference.Ticket.ExternalIssueId));
        Assert.Equal((LinkState.Live, StatusSyncStatus.Fresh, ProviderStatus.Open), (review.Reference.Link, review.Reference.StatusSyncStatus, review.Reference.ProviderStatus));
        Assert.Equal(harness.Provider.Sheet.ReferenceKind, review.Reference.Kind);
        Assert.Equal((ReviewVerdict.Stop, ReviewDecision.OpenExisting), (review.Verdict, review.Decision));
        Assert.Equal("/reports/12/ticket-exports", review.ReportLink);
        Assert.Equal(1, harness.Tracker.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S29")]
    [Trait("Behaviour", "S32")]
    public async Task A_review_reads_the_ticket_afresh_unless_it_may_not_ask()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        await ReviewAsync(harness);
        harness.Tracker.CloseTicket(harness.Ticket.Key);
        harness.Time.Advance(TimeSpan.FromMinutes(1));

        var blind = await ReviewAsync(harness, mayAsk: false);
        var reads = harness.Tracker.ReadCalls;
        var asked = await ReviewAsync(harness);

        Assert.Equal((ProviderStatus.Open, 1), (blind.Reference!.ProviderStatus, reads));
        Assert.Equal((ProviderStatus.Done, 2), (asked.Reference!.ProviderStatus, harness.Tracker.ReadCalls));
        Assert.Equal([NextStep.OpenExisting, NextStep.CheckEvidence], asked.NextSteps.AsEnumerable());
    }

    [Fact]
    [Trait("Behaviour", "S18")]
    [Trait("Behaviour", "S49")]
    public async Task A_status_that_grew_old_is_shown_as_stale()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        await ReviewAsync(harness);
        harness.Time.Advance(TimeSpan.FromMinutes(16));

        var review = await ReviewAsync(harness, mayAsk: false);

        Assert.Equal((StatusSyncStatus.Stale, ReviewDecision.RetrySync), (review.Reference!.StatusSyncStatus, review.Decision));
        Assert.Equal(SyncNote.Stale, review.Exports[0].Summary.SyncNote);
    }

    [Fact]
    [Trait("Behaviour", "S9")]
    [Trait("Behaviour", "S56")]
    [Trait("Behaviour", "S57")]
    public async Task A_ticket_that_was_deleted_is_named_and_no_other_is_created()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        harness.Tracker.DeleteTicket(harness.Ticket.Key);

        var result = await ApproveAsync(harness);

        Assert.Equal((ApprovalOutcome.Refused, LinkState.Broken), (result.Outcome, result.Review.Reference!.Link));
        Assert.Equal(NextStep.Relink, result.Review.NextSteps[0]);
        Assert.Contains("duplicate_state_known", result.Message, StringComparison.Ordinal);
        Assert.Equal(1, harness.Tracker.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S120")]
    public async Task An_approved_finding_is_sent_once_by_a_worker_and_the_approval_is_in_the_audit()
    {
        await using var harness = await TrackerHarness.StartAsync();

        var approvals = await Task.WhenAll(ApproveAsync(harness), ApproveAsync(harness));
        await harness.Service<ITicketExportDispatcher>().RunOnceAsync(10);
        await harness.Service<ITicketExportDispatcher>().RunOnceAsync(10);

        Assert.Contains(approvals, static approval => approval.IsApproved);
        Assert.Equal(1, harness.Tracker.CreateCalls);
        Assert.Contains(await harness.AuditAsync(), static row => row is { Action: AuditAction.Approved, By.Actor: "kim" });
        Assert.Equal(ApprovalOutcome.Duplicate, (await ApproveAsync(harness)).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S121")]
    [Trait("Behaviour", "S137")]
    [Trait("Behaviour", "S85")]
    public async Task Credentials_that_the_tracker_refuses_hold_the_approval_up_until_they_are_renewed()
    {
        await using var harness = await TrackerHarness.StartAsync();
        harness.Tracker.RejectNext(401, "bad_token", FakeTrackerCallKind.Identity);

        var refused = await ApproveAsync(harness);
        var accepted = await ApproveAsync(harness);

        var item = Assert.Single(refused.Review.Blocking);
        Assert.Equal((ReadinessKey.ProviderConnected, "/settings", StepOwner.Settings), (item.Key, item.HelpLink, item.Owner));
        Assert.Equal((ApprovalOutcome.Refused, FallbackReason.TargetRevoked), (refused.Outcome, refused.Review.Fallback.Reason));
        Assert.Equal(ApprovalOutcome.Approved, accepted.Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S113")]
    [Trait("Behaviour", "S114")]
    [Trait("Behaviour", "S80")]
    public async Task A_refused_document_is_accepted_once_it_changed_and_goes_on_under_its_key()
    {
        await using var harness = await TrackerHarness.StartAsync();
        harness.Tracker.RejectNext(422, "invalid");
        var failed = await harness.ExportAsync();

        var same = await ApproveAsync(harness);
        var changed = await ApproveAsync(harness, TrackerHarness.Renamed("Fix it differently"));

        Assert.Equal((ApprovalOutcome.Refused, ReadinessKey.CauseRemoved), (same.Outcome, Assert.Single(same.Review.Blocking).Key));
        Assert.Equal(ApprovalOutcome.Approved, changed.Outcome);
        Assert.Equal((failed.ExportId, failed.IdempotencyKey), (changed.Export!.ExportId, changed.Export.IdempotencyKey));
    }

    [Fact]
    [Trait("Behaviour", "S55")]
    [Trait("Behaviour", "S110")]
    [Trait("Behaviour", "S125")]
    public async Task During_a_rate_limit_the_time_is_shown_and_nothing_is_called()
    {
        await using var harness = await TrackerHarness.StartAsync();
        harness.Tracker.RateLimitNext(TimeSpan.FromMinutes(10));
        var limited = await harness.ExportAsync();
        var calls = harness.Tracker.Calls.Length;

        var early = await ApproveAsync(harness);
        var other = await ReviewAsync(harness, document: Documents.Finding("43"));

        Assert.Equal((ApprovalOutcome.Refused, limited.RetryAt), (early.Outcome, early.Review.RetryAt));
        Assert.Equal(ReadinessKey.NoCooldown, Assert.Single(other.Blocking).Key);
        Assert.Equal(calls, harness.Tracker.Calls.Length);
    }

    [Fact]
    [Trait("Behaviour", "S8")]
    public async Task A_source_without_an_id_is_refused_by_name()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var nameless = Documents.Checkout with { Source = Documents.Checkout.Source with { RecordId = "", IssueId = null } };

        var result = await ApproveAsync(harness, nameless);

        Assert.Equal((ApprovalOutcome.Refused, StepOwner.Document), (result.Outcome, result.Review.Owner));
        Assert.Contains("source id ($.source.record_id)", result.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Tracker.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S92")]
    [Trait("Behaviour", "S116")]
    [Trait("Behaviour", "S117")]
    [Trait("Behaviour", "S118")]
    public async Task Everything_that_stops_an_export_is_told_at_once_and_nothing_leaves()
    {
        await using var harness = await TrackerHarness.StartAsync(static target =>
        {
            target.OwnershipConfirmed = false;
            target.RequiredFields.Add("labels");
            target.Project = "other";
        });

        var review = await ReviewAsync(harness);

        Assert.Equal(
            [ReadinessKey.TargetSuitable, ReadinessKey.OwnershipConfirmed, ReadinessKey.MappingComplete],
            review.Blocking.Select(static item => item.Key));
        Assert.Equal((ReviewVerdict.Stop, StopReason.Unrelated), (review.Verdict, review.StopReason));
        Assert.Empty(harness.Tracker.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S11")]
    [Trait("Behaviour", "S61")]
    public async Task The_existing_ticket_is_read_before_the_new_target_is_asked()
    {
        await using var harness = await WithSecondTargetAsync();
        await harness.CreateAsync();

        var review = await ReviewAsync(harness, "own");

        Assert.Equal(
            [FakeTrackerCallKind.Create, FakeTrackerCallKind.Read, FakeTrackerCallKind.Identity],
            harness.Tracker.Calls.Select(static call => call.Kind));
        Assert.Equal((ReviewVerdict.Ready, ReviewDecision.Create, "board"), (review.Verdict, review.Decision, review.Reference!.TargetId));
    }

    [Fact]
    [Trait("Behaviour", "S10")]
    [Trait("Behaviour", "S24")]
    [Trait("Behaviour", "S28")]
    public async Task An_unclear_sync_is_overridden_by_name_with_leave_and_in_the_audit()
    {
        var rights = new OverrideRights();
        await using var harness = await WithSecondTargetAsync(builder => builder.Services.AddSingleton<IOverrideAuthorizer>(rights));
        var created = await harness.CreateAsync();
        harness.Tracker.ForbidTicket(harness.Ticket.Key);

        var without = await ApproveAsync(harness, target: "own");
        var wrong = await ApproveAsync(harness, target: "own", overrides: ReadinessKey.CauseRemoved);
        var denied = await ApproveAsync(harness, target: "own", overrides: ReadinessKey.SyncFresh);
        var granted = await ApproveAsync(harness, target: "own", actor: "lead", overrides: ReadinessKey.SyncFresh);

        Assert.Equal(ReadinessKey.SyncFresh, Assert.Single(without.Review.Blocking).Key);
        Assert.Equal((ApprovalOutcome.Refused, ApprovalOutcome.Refused), (without.Outcome, wrong.Outcome));
        Assert.Equal((ApprovalOutcome.OverrideDenied, "Ask the lead."), (denied.Outcome, denied.Message));
        Assert.Equal((ApprovalOutcome.Approved, ReadinessKey.SyncFresh), (granted.Outcome, Assert.Single(granted.Overridden)));
        Assert.Equal(2, rights.Asked.Count);
        var audit = await harness.AuditAsync();
        var overridden = Assert.Single(audit, static row => row.Action == AuditAction.Overridden);
        Assert.Equal((created.ExportId, "sync_fresh", "lead", "We agreed."), (overridden.ExportId, overridden.Overridden, overridden.By.Actor, overridden.By.Reason));
        Assert.Equal(granted.Export!.ExportId, Assert.Single(audit, static row => row.Action == AuditAction.Approved).ExportId);
    }

    [Fact]
    [Trait("Behaviour", "S10")]
    public async Task Without_an_authorizer_nobody_overrides_and_the_message_holds_the_line_to_add()
    {
        await using var harness = await WithSecondTargetAsync();
        await harness.CreateAsync();
        harness.Tracker.ForbidTicket(harness.Ticket.Key);

        var denied = await ApproveAsync(harness, target: "own", actor: "lead", overrides: ReadinessKey.SyncFresh);

        Assert.Equal(ApprovalOutcome.OverrideDenied, denied.Outcome);
        Assert.Contains("UseOverrides<YourAuthorizer>()", denied.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await harness.AuditAsync(), static row => row.Action == AuditAction.Overridden);
    }

    [Fact]
    [Trait("Behaviour", "S127")]
    public async Task Nobody_overrides_an_unconfirmed_destination()
    {
        await using var harness = await TrackerHarness.StartAsync(
            static target => target.OwnershipConfirmed = false,
            static builder => builder.Services.AddSingleton<IOverrideAuthorizer>(new OverrideRights()));

        var result = await ApproveAsync(harness, actor: "lead", overrides: ReadinessKey.OwnershipConfirmed);

        Assert.Equal(ApprovalOutcome.Refused, result.Outcome);
        Assert.Contains("ownership_confirmed (nobody may override it)", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S98")]
    public async Task A_target_that_updates_is_approved_to_update_its_ticket()
    {
        await using var harness = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await harness.CreateAsync();

        var result = await ApproveAsync(harness, TrackerHarness.Renamed("Fix it differently"));

        Assert.Equal((ApprovalOutcome.Updated, "Fix it differently"), (result.Outcome, harness.Ticket.Title));
        Assert.Equal((ReviewDecision.UpdateExisting, NextStep.UpdateExisting), (result.Review.Decision, result.Review.NextSteps[0]));
    }

    [Fact]
    public async Task An_approval_needs_an_actor_and_a_reason()
    {
        await using var harness = await TrackerHarness.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => harness.Service<ITicketReviews>().ApproveAsync(new ApprovalRequest
        {
            Export = Documents.RequestFor(TrackerHarness.Target),
            By = new AuditStamp("kim", " "),
        }));
    }

    [Fact]
    public void Items_have_the_same_name_in_messages_as_on_the_wire() =>
        Assert.All(Enum.GetValues<ReadinessKey>().Skip(1), static key => Assert.Equal($"\"{ReviewText.Of(key)}\"", System.Text.Json.JsonSerializer.Serialize(key, Wire)));

    private static readonly System.Text.Json.JsonSerializerOptions Wire = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private static Task<TrackerHarness> WithSecondTargetAsync(Action<TicketExportBuilder>? configure = null)
    {
        TicketTargetOptions? first = null;
        return TrackerHarness.StartAsync(target => first = target, builder =>
        {
            configure?.Invoke(builder);
            builder.AddTarget("own", own =>
            {
                own.Provider = first!.Provider;
                own.BaseUrl = first.BaseUrl;
                own.OwnershipConfirmed = true;
                own.LinkScope = LinkScope.PerTarget;
                own.Credentials[FakeTrackerDefaults.TokenCredential] = first.Credentials[FakeTrackerDefaults.TokenCredential];
            });
        });
    }

    private static Task<TicketReview> ReviewAsync(TrackerHarness harness, string target = TrackerHarness.Target, TicketExportDocument? document = null, bool mayAsk = true) =>
        harness.Service<ITicketReviews>().ReviewAsync(new ReviewRequest { Export = Documents.RequestFor(target, document), MayAskTracker = mayAsk });

    private static Task<ApprovalResult> ApproveAsync(
        TrackerHarness harness,
        TicketExportDocument? document = null,
        string target = TrackerHarness.Target,
        string actor = "kim",
        params ReadinessKey[] overrides) =>
        harness.Service<ITicketReviews>().ApproveAsync(new ApprovalRequest
        {
            Export = Documents.RequestFor(target, document),
            By = new AuditStamp(actor, "We agreed."),
            Override = [.. overrides],
        });
}
