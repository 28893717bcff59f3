using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Behaviour", "S63")]
    [Trait("Behaviour", "S64")]
    [Trait("Behaviour", "S65")]
    [Trait("Behaviour", "S66")]
    [Trait("Behaviour", "S67")]
    [Trait("Behaviour", "S68")]
    public async Task The_first_claim_may_send_and_writes_export_attempt_and_document()
    {
        var request = new ExportCase().Request();

        var sent = Assert.IsType<ClaimResult.ToSend>(await Ledger.ClaimAsync(request, default));

        Assert.Equal(new ExportClaim("acme", request.ExportId, request.ClaimId, 1, 1, Now + Lease), sent.Claim);
        var expected = new ExportRecord
        {
            ExportId = request.ExportId,
            Account = request.Account,
            Source = request.Source,
            ReportId = "report-9",
            TargetId = "tracker",
            ProviderKey = "mock",
            Fingerprint = request.Keys.Fingerprint,
            IdempotencyKey = request.Keys.IdempotencyKey,
            Generation = 1,
            Status = ExportStatus.Delivering,
            FencingToken = 1,
            Attempts = 1,
            HasOpenAttempt = true,
            ApprovedAt = Now,
            MappingStatus = States.MappingStatus.Complete,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        Assert.Equal(expected, sent.Export);
        Assert.Equal(expected, await FindAsync(sent.Claim));
        var attempt = Assert.Single(await AttemptsAsync(sent.Claim));
        Assert.Equal(
            new AttemptRecord { ExportId = request.ExportId, Number = 1, State = AttemptState.Sending, FencingToken = 1, StartedAt = Now },
            attempt);
        var document = await Queries.ReadDocumentAsync("acme", request.ExportId, default);
        Assert.Equal(request.DocumentJson.ToArray(), document!.Value.ToArray());
    }

    [Fact]
    public async Task The_guard_names_the_first_export_of_its_key()
    {
        var export = new ExportCase();
        Assert.Null(await Ledger.FindGuardAsync("acme", export.Keys.GuardKey, default));

        var sent = await SendAsync(export);

        var guard = await Ledger.FindGuardAsync("acme", export.Keys.GuardKey, default);
        Assert.Equal(new GuardRecord(1, sent.Export), guard);
    }

    [Fact]
    public async Task A_key_under_a_live_lease_is_held()
    {
        var sent = await SendAsync(new ExportCase());
        _clock.Advance(Lease - TimeSpan.FromMilliseconds(1));

        var held = Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase()));

        Assert.Equal(sent.Export, held.Holder);
        Assert.Single(await AttemptsAsync(sent.Claim));
    }

    [Fact]
    public async Task A_key_with_a_ticket_is_linked_for_ever()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported);
        _clock.Advance(TimeSpan.FromDays(800));

        var linked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));

        Assert.Equal(Updates.Ticket, linked.Holder.Ticket);
        Assert.Equal(sent.Claim.ExportId, linked.Holder.ExportId);
        Assert.Single(await AttemptsAsync(sent.Claim));
    }

    [Fact]
    [Trait("Fault", "F72")]
    public async Task A_planned_retry_waits_until_its_time_and_not_a_moment_less()
    {
        var sent = await SendAsync(new ExportCase());
        var due = Clock.GetUtcNow() + TimeSpan.FromSeconds(90);
        await RecordAsync(sent.Claim, Updates.Retry(due));

        _clock.Advance(TimeSpan.FromSeconds(90) - TimeSpan.FromTicks(1));
        var waiting = Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(new ExportCase()));
        Assert.InRange(waiting.Holder.RetryAt!.Value, due, due + TimeSpan.FromMilliseconds(1));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = await SendAsync(new ExportCase());
        Assert.Equal((2L, 2), (again.Claim.FencingToken, again.Claim.AttemptNumber));
        Assert.Null(again.Export.RetryAt);
        Assert.Equal(ExportStatus.Delivering, again.Export.Status);
    }

    [Theory]
    [InlineData(ExportStatus.Failed)]
    [InlineData(ExportStatus.Blocked)]
    [InlineData(ExportStatus.Disconnected)]
    [InlineData(ExportStatus.Portable)]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S81")]
    public async Task An_export_that_ended_without_a_ticket_is_sent_again_as_the_same_export(ExportStatus status)
    {
        var first = await SendAsync(new ExportCase());
        await RecordAsync(first.Claim, Updates.Parked(status));

        var second = await SendAsync(new ExportCase());

        Assert.Equal(first.Claim.ExportId, second.Claim.ExportId);
        Assert.Equal(first.Export.IdempotencyKey, second.Export.IdempotencyKey);
        Assert.Equal(first.Export.Fingerprint, second.Export.Fingerprint);
        Assert.Equal((2L, 2), (second.Claim.FencingToken, second.Claim.AttemptNumber));
        Assert.Null(second.Export.Failure);
        var attempts = await AttemptsAsync(second.Claim);
        Assert.Equal([(1, AttemptState.Rejected), (2, AttemptState.Sending)], attempts.Select(a => (a.Number, a.State)));
        Assert.Equal([1L, 2L], attempts.Select(a => a.FencingToken));
    }

    [Fact]
    public async Task A_claim_repeated_after_a_lost_answer_gets_the_same_claim()
    {
        var request = new ExportCase().Request();
        var first = await Ledger.ClaimAsync(request, default);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var second = await Ledger.ClaimAsync(request, default);

        Assert.Equal(first, second);
        Assert.IsType<ClaimResult.ToSend>(second);
        Assert.Single(await Queries.ListAttemptsAsync("acme", request.ExportId, default));
    }

    [Fact]
    public async Task A_reconciling_claim_repeated_after_a_lost_answer_gets_the_same_claim()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        var request = new ExportCase().Request();
        var first = Assert.IsType<ClaimResult.ToReconcile>(await Ledger.ClaimAsync(request, default));

        Assert.Equal(first, await Ledger.ClaimAsync(request, default));
    }

    [Fact]
    public async Task A_claim_repeated_after_its_lease_counts_as_a_new_one()
    {
        var request = new ExportCase().Request();
        await Ledger.ClaimAsync(request, default);
        _clock.Advance(Lease);

        var late = Assert.IsType<ClaimResult.ToReconcile>(await Ledger.ClaimAsync(request, default));

        Assert.Equal(2, late.Claim.FencingToken);
    }

    [Fact]
    public async Task A_request_of_another_generation_is_told_the_current_one()
    {
        var request = new ExportCase { Generation = 2 };
        Assert.Equal(1, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(request)).Generation);
        Assert.Null(await Ledger.FindGuardAsync("acme", request.Keys.GuardKey, default));

        await SendAsync(new ExportCase());

        Assert.Equal(1, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(request)).Generation);
        Assert.Single(await Queries.ListBySourceAsync("acme", request.Source, default));
    }

    [Fact]
    public async Task An_export_id_that_is_taken_is_refused_and_nothing_is_written()
    {
        var first = await SendAsync(new ExportCase());
        var other = new ExportCase { RecordId = "other" };
        var request = other.Request() with { ExportId = first.Claim.ExportId };

        await Assert.ThrowsAsync<TicketExportException>(() => Ledger.ClaimAsync(request, default));

        Assert.Null(await Ledger.FindGuardAsync("acme", other.Keys.GuardKey, default));
        Assert.Equal(first.Export, await FindAsync(first.Claim));
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(other));
    }

    [Fact]
    public async Task A_cancelled_claim_writes_nothing()
    {
        var request = new ExportCase().Request();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ledger.ClaimAsync(request, new CancellationToken(canceled: true)));

        Assert.Null(await Queries.FindExportAsync("acme", request.ExportId, default));
    }
}
