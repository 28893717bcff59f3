using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Core.Tests.Review;

public sealed class ReviewHistoryTests
{
    [Fact]
    [Trait("Behaviour", "S63")]
    [Trait("Behaviour", "S64")]
    [Trait("Behaviour", "S65")]
    [Trait("Behaviour", "S66")]
    [Trait("Behaviour", "S67")]
    [Trait("Behaviour", "S68")]
    [Trait("Behaviour", "S71")]
    [Trait("Behaviour", "S74")]
    [Trait("Behaviour", "S75")]
    [Trait("Behaviour", "S16")]
    public void An_attempt_that_made_a_ticket_tells_all_about_it()
    {
        var linked = FactsOf.Linked(StatusSyncStatus.Stale);
        var attempt = Assert.Single(ReviewHistory.Of(linked with { Record = linked.Record with { MappingStatus = MappingStatus.Complete } }).Attempts);

        Assert.Equal(("export-board", "12", "scripted"), (attempt.ExportId, attempt.ReportId, attempt.ProviderKey));
        Assert.Equal((ExportStatus.Exported, MappingStatus.Complete, AttemptVerdict.None), (attempt.ExportStatus, attempt.MappingStatus, attempt.Verdict));
        Assert.Equal((linked.Record.Fingerprint, linked.Record.IdempotencyKey), (attempt.Fingerprint, attempt.IdempotencyKey));
        Assert.Equal((linked.Reference!.Ticket.Url, StatusSyncStatus.Stale), (attempt.ExternalTicketUrl, attempt.StatusSyncStatus!.Value));
        Assert.Equal((null, null, null), (attempt.ProviderErrorCode, attempt.ProviderResponseCode, attempt.RetryAfter));
    }

    [Fact]
    [Trait("Behaviour", "S69")]
    [Trait("Behaviour", "S70")]
    [Trait("Behaviour", "S72")]
    [Trait("Behaviour", "S73")]
    [Trait("Behaviour", "S78")]
    public void A_failed_attempt_tells_its_codes_its_time_its_file_and_whether_a_file_was_eligible()
    {
        var failure = FactsOf.Failure(ExportCodes.DeliveryFailed) with { ProviderErrorCode = "busy", ProviderResponseCode = 503 };
        var export = FactsOf.Filed(FactsOf.Export(ExportStatus.RetryScheduled, AttemptState.NotSent, failure)) with { IsFallbackEligible = true };
        var attempt = Assert.Single(ReviewHistory.Of(export with { Record = export.Record with { RetryAt = FactsOf.Now } }).Attempts);

        Assert.Equal(("busy", 503, FactsOf.Now), (attempt.ProviderErrorCode, attempt.ProviderResponseCode!.Value, attempt.RetryAfter!.Value));
        Assert.Equal(("acme/42.md", true, null), (attempt.PortableExportPath, attempt.IsFallbackEligible, attempt.ExternalTicketUrl));
        Assert.Null(attempt.StatusSyncStatus);
    }

    [Fact]
    public void Only_the_newest_attempt_speaks_for_the_export()
    {
        var export = FactsOf.Export(ExportStatus.Failed, AttemptState.Rejected, FactsOf.Failure(ExportCodes.ProviderAuthFailed));
        var first = FactsOf.Attempt(AttemptState.NotSent, FactsOf.Failure(ExportCodes.DeliveryFailed));
        var shown = ReviewHistory.Of(export with
        {
            Attempts = [first, export.Attempts[0] with { Number = 2 }],
            Record = export.Record with { RetryAt = FactsOf.Now, PortablePath = "acme/42.md" },
            IsFallbackEligible = true,
        }).Attempts;

        Assert.Equal([ExportStatus.RetryScheduled, ExportStatus.Failed], shown.Select(static attempt => attempt.ExportStatus));
        Assert.Equal([null, FactsOf.Now], shown.Select(static attempt => attempt.RetryAfter));
        Assert.Equal([null, "acme/42.md"], shown.Select(static attempt => attempt.PortableExportPath));
        Assert.Equal([false, true], shown.Select(static attempt => attempt.IsFallbackEligible));
    }

    [Fact]
    [Trait("Behaviour", "S58")]
    [Trait("Behaviour", "S77")]
    public void A_file_that_could_not_be_made_is_told_apart_from_the_try_before_it()
    {
        var export = FactsOf.Export(ExportStatus.RetryScheduled, AttemptState.NotSent, FactsOf.Failure(ExportCodes.DeliveryFailed));

        var attempt = Assert.Single(ReviewHistory.Of(FactsOf.Unfiled(export)).Attempts);
        var ticket = Assert.Single(ReviewHistory.Of(FactsOf.Unfiled(FactsOf.Linked())).Attempts);

        Assert.Equal((AttemptVerdict.PortableFailure, ExportCodes.PortableExportFailed, ExportCodes.DeliveryFailed), (attempt.Verdict, attempt.PortableFailure!.Code, attempt.Failure!.Code));
        Assert.Equal((AttemptVerdict.None, null), (ticket.Verdict, ticket.PortableFailure));
    }

    [Theory]
    [Trait("Behaviour", "S77")]
    [InlineData(ExportCodes.DeliveryFailed, AttemptVerdict.DeliveryFailure)]
    [InlineData(ExportCodes.ProviderUnavailable, AttemptVerdict.DeliveryFailure)]
    [InlineData(ExportCodes.ProviderAuthFailed, AttemptVerdict.DeliveryFailure)]
    [InlineData(ExportCodes.MappingRequired, AttemptVerdict.MappingGap)]
    [InlineData(ExportCodes.DuplicateBlocked, AttemptVerdict.DuplicateBlock)]
    [InlineData("TICKET_STATUS_SYNC_FAILED", AttemptVerdict.SyncFailure)]
    [InlineData(ExportCodes.PortableExportFailed, AttemptVerdict.PortableFailure)]
    [InlineData(null, AttemptVerdict.None)]
    public void Five_kinds_of_failure_are_told_apart(string? code, AttemptVerdict expected)
    {
        var export = FactsOf.Export(ExportStatus.Failed, AttemptState.Rejected, code is null ? null : FactsOf.Failure(code));

        Assert.Equal(expected, Assert.Single(ReviewHistory.Of(export).Attempts).Verdict);
    }

    [Theory]
    [Trait("Behaviour", "S77")]
    [InlineData(StatusSyncStatus.Fresh, AttemptVerdict.None)]
    [InlineData(StatusSyncStatus.Stale, AttemptVerdict.None)]
    [InlineData(StatusSyncStatus.Failed, AttemptVerdict.SyncFailure)]
    [InlineData(StatusSyncStatus.Disconnected, AttemptVerdict.SyncFailure)]
    public void A_ticket_whose_status_cannot_be_read_is_a_failure_of_the_sync(StatusSyncStatus sync, AttemptVerdict expected) =>
        Assert.Equal(expected, Assert.Single(ReviewHistory.Of(FactsOf.Linked(sync)).Attempts).Verdict);

    [Fact]
    public void A_doubt_that_was_settled_leaves_no_failure_of_delivery()
    {
        var linked = FactsOf.Linked();
        var adopted = FactsOf.Attempt(AttemptState.Adopted, FactsOf.Failure(ExportCodes.DeliveryFailed, FailureReason.Ambiguous));

        Assert.Equal(AttemptVerdict.None, Assert.Single(ReviewHistory.Of(linked with { Attempts = [adopted] }).Attempts).Verdict);
    }
}
