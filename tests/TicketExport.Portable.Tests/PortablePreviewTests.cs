using TicketExport.Ledger;
using TicketExport.Portable.Internal;
using TicketExport.Redaction;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Portable;

public sealed class PortablePreviewTests : IDisposable
{
    private static readonly AuditStamp Ann = new("ann", "The tracker is gone for the week.");

    // Made at run time, so that no scanner of repositories takes the tests for a leak.
    private static readonly string Secret = string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT");

    private readonly PortableFixture _fixture = new();
    private readonly OneExport _export = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    [Trait("Behaviour", "S144")]
    [Trait("Behaviour", "S145")]
    [Trait("Behaviour", "S162")]
    [Trait("Behaviour", "S163")]
    [Trait("Behaviour", "S166")]
    [Trait("Behaviour", "S167")]
    public async Task Source_status_and_both_keys_are_seen_before_a_file_is_made()
    {
        var preview = await PreviewAsync();

        Assert.Equal(("report_issue", "42", ExportStatus.Failed, "acme"), (preview.SourceType, preview.SourceId, preview.ExportStatus, preview.TargetId));
        Assert.Equal((_export.Record.Fingerprint, _export.Record.IdempotencyKey), (preview.DuplicateFingerprint, preview.IdempotencyKey));
        Assert.Equal("ticket-export.v1", preview.ContractVersion);
        AssertNothingDone();
    }

    [Fact]
    [Trait("Behaviour", "S146")]
    [Trait("Behaviour", "S147")]
    [Trait("Behaviour", "S148")]
    [Trait("Behaviour", "S155")]
    [Trait("Behaviour", "S164")]
    [Trait("Behaviour", "S165")]
    public async Task The_six_fields_of_the_review_are_seen_as_the_file_will_hold_them()
    {
        var fields = (await PreviewAsync()).Fields!;

        Assert.Equal(("Fix checkout validation state", Contract.TicketSeverity.High, Contract.TicketPriority.Urgent), (fields.Title, fields.Severity, fields.Priority));
        Assert.Equal(["webriskops", "needs review"], fields.Labels.AsEnumerable());
        Assert.Equal("https://store.example.test/checkout", fields.AffectedUrl);
        Assert.Equal("https://app.example.test/evidence/42", Assert.Single(fields.EvidenceLinks).Url);
        Assert.Equal("Fix checkout validation state", Assert.Single(fields.AcceptanceCriteria).Description);
    }

    [Fact]
    [Trait("Behaviour", "S148")]
    public async Task A_link_that_has_expired_is_counted_and_not_shown()
    {
        var ticket = PortableTickets.One();
        var link = ticket.Document.EvidenceLinks[0];
        var document = ticket.Document with
        {
            EvidenceLinks = [link with { ExpiresAt = PortableTickets.Now }, link with { ExpiresAt = PortableTickets.Now.AddSeconds(1), Url = "https://app.example.test/later" }],
        };
        _export.DocumentJson = Contract.TicketExportJson.ToUtf8Bytes(document);

        var fields = (await PreviewAsync()).Fields!;

        Assert.Equal((1, "https://app.example.test/later"), (fields.ExpiredEvidenceLinks, Assert.Single(fields.EvidenceLinks).Url));
    }

    [Theory]
    [InlineData(null, "jira", PortableFormat.Markdown, PortableFormatReason.SingleFinding)]
    [InlineData(null, "webhook", PortableFormat.Json, PortableFormatReason.AutomationTarget)]
    [InlineData(PortableFormat.Csv, "webhook", PortableFormat.Csv, PortableFormatReason.Requested)]
    [Trait("Behaviour", "S153")]
    [Trait("Behaviour", "S154")]
    public async Task The_format_and_why_are_those_of_the_file_that_is_made_then(PortableFormat? wanted, string providerKey, PortableFormat format, PortableFormatReason reason)
    {
        _export.Record = _export.Record with { ProviderKey = providerKey };
        var request = RequestFor() with { Format = wanted };

        var preview = await Fallback().PreviewAsync(request, default);
        var made = await Fallback().CreateFileAsync(request, default);

        Assert.Equal(new PortableFormatChoice(format, reason), preview.Format);
        Assert.Equal((format, reason, preview.Reason), (made.File!.Format, made.FormatReason, made.Reason));
        Assert.Equal((PortableFormats.WordOf(format), PortableFormats.WordOf(reason)), (_export.Record.PortableFormat, _export.Record.PortableFormatReason));
    }

    [Fact]
    [Trait("Behaviour", "S181")]
    [Trait("Behaviour", "S182")]
    [Trait("Behaviour", "S183")]
    [Trait("Behaviour", "S184")]
    public async Task Every_item_is_ready_where_a_file_would_be_made()
    {
        var preview = await PreviewAsync();

        Assert.True(preview.IsReady);
        Assert.Equal(FallbackReason.ProviderUnavailable, preview.Reason);
        Assert.Equal(
            [
                PortableReadinessKey.PortableReady, PortableReadinessKey.ProviderUnavailable, PortableReadinessKey.DuplicateGuardReady,
                PortableReadinessKey.ImportBoundaryClear, PortableReadinessKey.SafePreview,
            ],
            preview.Readiness.Select(static item => item.Key));
        Assert.All(preview.Readiness, static item => Assert.True(item.IsMet && !item.IsBlocking && item.Message.Length > 0));
        Assert.Contains("markdown", preview.Item(PortableReadinessKey.PortableReady).Message, StringComparison.Ordinal);
        Assert.Contains("failed", preview.Item(PortableReadinessKey.PortableReady).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => preview.Item(PortableReadinessKey.Unknown));
    }

    [Fact]
    [Trait("Behaviour", "S182")]
    public async Task Unavailable_is_said_of_this_source_and_only_as_long_as_it_is_so()
    {
        var before = await PreviewAsync();
        _export.Record = _export.Record with { Status = ExportStatus.Approved, Failure = null };
        var after = await PreviewAsync();

        Assert.True(before.Item(PortableReadinessKey.ProviderUnavailable).IsMet);
        Assert.Equal(
            (PortableFallbackOutcome.NotEligible, false, true),
            (after.Refusal!.Value, after.Item(PortableReadinessKey.ProviderUnavailable).IsMet, after.Item(PortableReadinessKey.DuplicateGuardReady).IsMet));
        Assert.Contains("Override", after.Message, StringComparison.Ordinal);
        var overridden = await Fallback().PreviewAsync(RequestFor() with { Override = Ann }, default);
        Assert.Equal((true, FallbackReason.Overridden), (overridden.IsReady, overridden.Reason));
    }

    [Theory]
    [InlineData(ExportStatus.Exported, LinkState.Live, PortableFallbackOutcome.TicketExists)]
    [InlineData(ExportStatus.Exported, LinkState.Unlinked, PortableFallbackOutcome.Superseded)]
    [InlineData(ExportStatus.DeliveryUnknown, LinkState.None, PortableFallbackOutcome.OutcomeUnknown)]
    [InlineData(ExportStatus.Delivering, LinkState.None, PortableFallbackOutcome.AtWork)]
    public async Task A_refusal_is_the_one_that_the_call_itself_would_give(ExportStatus status, LinkState link, PortableFallbackOutcome expected)
    {
        _export.Record = _export.Record with { Status = status, Link = link };

        var preview = await PreviewAsync();
        var made = await Fallback().CreateFileAsync(RequestFor(), default);

        Assert.Equal((expected, made.Outcome), (preview.Refusal!.Value, preview.Refusal.Value));
        Assert.Equal((made.Message, made.NextStep), (preview.Message, preview.NextStep));
        Assert.Contains(preview.Readiness, item => item.IsBlocking && item.Message == preview.Message);
        Assert.False(preview.Item(PortableReadinessKey.ProviderUnavailable).IsMet);
        AssertNothingDone();
    }

    [Fact]
    [Trait("Behaviour", "S168")]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S171")]
    [Trait("Behaviour", "S185")]
    public async Task An_unsafe_preview_names_field_and_rule_and_makes_no_file()
    {
        var export = new OneExport($"Seen {Secret}");

        var preview = await export.FallbackOver(_fixture).PreviewAsync(RequestFor(), default);
        var made = await export.FallbackOver(_fixture).CreateFileAsync(RequestFor(), default);

        Assert.Equal((PortableFallbackOutcome.ContentUnsafe, made.Outcome), (preview.Refusal!.Value, preview.Refusal.Value));
        Assert.Null(preview.Fields);
        Assert.Contains(new RedactionFinding("$.title", RedactionRules.GitHubToken, CanMask: true), preview.Findings);
        var item = preview.Item(PortableReadinessKey.SafePreview);
        Assert.Equal((true, StepOwner.Document, NextStep.FixDocument), (item.IsBlocking, item.Owner, item.NextStep));
        Assert.Contains("$.title (github_token)", item.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, preview.ToString() + string.Concat(preview.Readiness), StringComparison.Ordinal);
        Assert.Empty(_fixture.Files);
        Assert.Empty(export.Parked);
    }

    [Fact]
    [Trait("Behaviour", "S169")]
    public async Task A_masking_gate_shows_what_the_file_will_hold_and_what_was_masked()
    {
        using var fixture = new PortableFixture(redaction: RedactionMode.Mask);

        var preview = await new OneExport($"Seen {Secret}").FallbackOver(fixture).PreviewAsync(RequestFor(), default);

        Assert.True(preview.IsReady);
        Assert.Equal("Seen [redacted:github_token]", preview.Fields!.Title);
        Assert.Contains("$.title (github_token)", preview.Item(PortableReadinessKey.SafePreview).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_export_or_document_nothing_is_said_to_be_as_it_should_be_but_the_boundary()
    {
        var missing = await Fallback().PreviewAsync(RequestFor() with { ExportId = "other" }, default);
        _export.DocumentJson = null;
        var empty = await PreviewAsync();

        Assert.Equal((PortableFallbackOutcome.ExportMissing, PortableFallbackOutcome.DocumentMissing), (missing.Refusal!.Value, empty.Refusal!.Value));
        Assert.Equal([PortableReadinessKey.ImportBoundaryClear], missing.Readiness.Where(static item => item.IsMet).Select(static item => item.Key));
        Assert.False(empty.Item(PortableReadinessKey.SafePreview).IsMet);
        Assert.Null(empty.Fields);
    }

    [Fact]
    [Trait("Behaviour", "S126")]
    public async Task A_file_that_failed_before_is_told_and_refuses_no_other()
    {
        _export.Record = _export.Record with { PortableFailure = OneExport.FailureOf(ExportCodes.PortableExportFailed, FailureReason.Configuration) };

        var preview = await PreviewAsync();

        Assert.Equal((true, ExportCodes.PortableExportFailed), (preview.IsReady, preview.LastFailure!.Code));
    }

    [Theory]
    [InlineData("jira", "Jira")]
    [InlineData("jira_cloud", "Jira")]
    [InlineData("github", "GitHub")]
    [InlineData("GitHub_Issues", "GitHub")]
    [InlineData("gitlab", "GitLab")]
    [InlineData("bitbucket", "Bitbucket")]
    [InlineData("trello", "Trello")]
    [InlineData("linear", "Linear")]
    [InlineData("azure-devops", "Azure DevOps")]
    [InlineData("azure_devops", "Azure DevOps")]
    [InlineData("youtrack", "YouTrack")]
    [InlineData("asana", "Asana")]
    [InlineData("clickup", "ClickUp")]
    [InlineData("servicenow", "ServiceNow")]
    [InlineData("webhook", "another tracker")]
    [InlineData("linearity", "another tracker")]
    [InlineData(null, "another tracker")]
    [Trait("Behaviour", "S180")]
    [Trait("Behaviour", "S184")]
    public void The_note_names_the_customer_and_the_tracker(string? providerKey, string tracker)
    {
        var boundary = PortableImportBoundary.For(providerKey);

        Assert.Equal(("customer", tracker), (boundary.Owner, boundary.Tracker));
        Assert.Contains(tracker, PortableImportBoundary.Trackers);
        Assert.StartsWith($"The customer owns the import of this file into {tracker}.", boundary.Note, StringComparison.Ordinal);
        Assert.Contains("creates and syncs no ticket", boundary.Note, StringComparison.Ordinal);
    }

    private Task<PortablePreview> PreviewAsync() => Fallback().PreviewAsync(RequestFor(), default);

    private static PortableFallbackRequest RequestFor() => new() { AccountId = "456", ExportId = "e1", By = Ann };

    private PortableFallback Fallback() => _export.FallbackOver(_fixture);

    private void AssertNothingDone()
    {
        Assert.Empty(_fixture.Files);
        Assert.Empty(_export.Parked);
    }
}
