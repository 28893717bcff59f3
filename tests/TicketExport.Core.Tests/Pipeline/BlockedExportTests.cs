using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>A request that is refused before anything leaves can be read afterwards, and goes on under the same keys.</summary>
public sealed class BlockedExportTests : IAsyncDisposable
{
    private readonly ExporterHarness _harness = new();

    // Settings that go wrong after the host has started are what this is about; the check at the start comes first.
    public BlockedExportTests() => _ = _harness.Service<IOptionsMonitor<TicketExportOptions>>().CurrentValue;

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Behaviour", "S63")]
    [Trait("Behaviour", "S64")]
    [Trait("Behaviour", "S65")]
    [Trait("Behaviour", "S66")]
    [Trait("Behaviour", "S67")]
    [Trait("Behaviour", "S68")]
    [Trait("Behaviour", "S69")]
    [Trait("Behaviour", "S71")]
    [Trait("Behaviour", "S76")]
    [Trait("Behaviour", "S84")]
    public async Task An_unusable_target_leaves_a_blocked_export_with_all_that_a_retry_needs_to_know(bool enqueues)
    {
        _harness.Provider.Problems = [Problem];

        var refused = enqueues ? await _harness.Exporter.EnqueueAsync(Documents.RequestFor("board")) : await _harness.ExportAsync();

        Assert.Equal((ExportOutcome.Blocked, 1), (refused.Outcome, refused.Attempts));
        Assert.NotNull(refused.IdempotencyKey);
        var stored = await _harness.StoredAsync(refused);
        Assert.Equal(("12", "scripted", ExportStatus.Blocked, refused.Fingerprint), (stored.ReportId, stored.ProviderKey, stored.Status, stored.Fingerprint));
        Assert.Equal(MappingStatus.Unchecked, stored.MappingStatus);
        var attempt = Assert.Single(await _harness.AttemptsAsync(refused));
        Assert.Equal((AttemptState.Blocked, "secret_missing", ExportCodes.ProviderUnavailable), (attempt.State, attempt.Failure!.ProviderErrorCode, attempt.Failure.Code));
        Assert.Empty(_harness.Provider.Creates);
    }

    [Fact]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S81")]
    [Trait("Behaviour", "S94")]
    public async Task Once_the_cause_is_gone_the_same_export_goes_on_under_the_same_key()
    {
        _harness.Provider.Problems = [Problem];
        var refused = await _harness.ExportAsync();
        _harness.Provider.Problems = [];

        var created = await _harness.ExportAsync();

        Assert.Equal((ExportOutcome.Created, refused.ExportId, refused.IdempotencyKey, 2), (created.Outcome, created.ExportId, created.IdempotencyKey, created.Attempts));
    }

    [Fact]
    public async Task A_caller_that_insists_adds_no_rows()
    {
        _harness.Provider.Problems = [Problem];
        var refused = await _harness.ExportAsync();

        for (var i = 0; i < 20; i++)
        {
            _harness.Time.Advance(TimeSpan.FromMinutes(1));
            await _harness.ExportAsync();
        }

        Assert.Single(await _harness.AttemptsAsync(refused));
        Assert.Equal(_harness.Time.GetUtcNow(), (await _harness.StoredAsync(refused)).UpdatedAt);
    }

    [Fact]
    public async Task A_source_with_a_ticket_keeps_its_export_whatever_is_refused_later()
    {
        var created = await _harness.ExportAsync();
        _harness.Provider.Problems = [Problem];

        Assert.Equal(ExportOutcome.Blocked, (await _harness.ExportAsync()).Outcome);

        Assert.Equal(ExportStatus.Exported, (await _harness.StoredAsync(created)).Status);
        Assert.Single(await _harness.AttemptsAsync(created));
    }

    [Fact]
    public async Task A_document_too_broken_for_a_fingerprint_and_an_unknown_target_leave_no_row()
    {
        var broken = await _harness.ExportAsync(document: Documents.Checkout with { Title = "" });
        var unknown = await _harness.ExportAsync("nowhere");

        Assert.Equal((null, null), (broken.ExportId, unknown.ExportId));
        Assert.Empty(await _harness.Queries.ListBySourceAsync("acme", new SourceKey("report_issue", "42"), default));
    }

    [Fact]
    public async Task A_refusal_after_an_unlink_belongs_to_the_new_generation()
    {
        var first = await _harness.ExportAsync();
        await _harness.Service<ITicketLinks>().UnlinkAsync("acme", first.ExportId!, new AuditStamp("kim", "Wrong board."));
        _harness.Provider.Problems = [Problem];

        var refused = await _harness.ExportAsync();

        Assert.NotEqual(first.ExportId, refused.ExportId);
        Assert.Equal(2, (await _harness.StoredAsync(refused)).Generation);
    }

    [Fact]
    [Trait("Behaviour", "S95")]
    [Trait("Behaviour", "S96")]
    public async Task A_queued_export_that_finds_the_ticket_is_stopped_with_the_code_of_an_attempt_and_a_request_gets_the_code_of_a_request()
    {
        var targets = new ScopedTargets { Scope = LinkScope.PerTarget };
        await using var harness = new ExporterHarness(builder => builder.Services.AddSingleton<ITicketTargetSource>(targets));
        var queued = await harness.Exporter.EnqueueAsync(Documents.RequestFor("own"));
        targets.Scope = LinkScope.PerSource;
        var winner = await harness.ExportAsync("board");
        var asked = await harness.ExportAsync("own");
        Assert.Equal((ExportOutcome.AlreadyExported, ExportCodes.Duplicate, winner.ExportId), (asked.Outcome, asked.Failure!.Code, asked.ExportId));
        Assert.Empty(await harness.AttemptsAsync(queued));

        Assert.Equal(1, (await harness.Service<ITicketExportDispatcher>().RunOnceAsync(10)).AlreadyExported);

        var attempt = Assert.Single(await harness.AttemptsAsync(queued));
        Assert.Equal((AttemptState.Blocked, ExportCodes.DuplicateBlocked), (attempt.State, attempt.Failure!.Code));
        Assert.Contains(winner.Ticket!.ExternalIssueId!, attempt.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await harness.Service<ITicketExportDispatcher>().RunOnceAsync(10)).Taken);
    }

    private static TargetProblem Problem { get; } = new("Credentials:token", FailureReason.Configuration, "The token is missing.", "secret_missing");

    private sealed class ScopedTargets : ITicketTargetSource
    {
        public LinkScope Scope { get; set; }

        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
            Task.FromResult<TicketTarget?>(new TicketTarget { Id = targetId, ProviderKey = "scripted", LinkScope = targetId == "own" ? Scope : LinkScope.PerSource, OwnershipConfirmed = true });
    }
}
