using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task An_enqueued_export_is_approved_due_guarded_and_has_no_attempt()
    {
        var export = new ExportCase();
        var request = export.Enqueue();

        var enqueued = Assert.IsType<EnqueueResult.Enqueued>(await Ledger.EnqueueAsync(request, default)).Export;

        Assert.Equal((ExportStatus.Approved, 0, 0L, Now), (enqueued.Status, enqueued.Attempts, enqueued.FencingToken, enqueued.RetryAt));
        Assert.Equal(enqueued, await Queries.FindExportAsync("acme", request.ExportId, default));
        Assert.Equal(new GuardRecord(1, enqueued), await Ledger.FindGuardAsync("acme", export.Keys.GuardKey, default));
        Assert.Empty(await Queries.ListAttemptsAsync("acme", request.ExportId, default));
        Assert.Equal(request.DocumentJson.ToArray(), (await Queries.ReadDocumentAsync("acme", request.ExportId, default))!.Value.ToArray());
        Assert.Equal([request.ExportId], await DueAsync());
    }

    [Fact]
    public async Task An_enqueued_export_is_claimed_as_the_same_export()
    {
        var enqueued = await EnqueueAsync(new ExportCase());

        var sent = await SendAsync(new ExportCase());

        Assert.Equal(enqueued.Export.ExportId, sent.Claim.ExportId);
        Assert.Equal((1L, 1, null), (sent.Claim.FencingToken, sent.Claim.AttemptNumber, sent.Export.RetryAt));
    }

    [Fact]
    public async Task Enqueuing_again_keeps_the_place_and_takes_the_newer_document()
    {
        var first = await EnqueueAsync(new ExportCase());
        _clock.Advance(TimeSpan.FromMinutes(1));

        var second = await EnqueueAsync(new ExportCase { Document = "{}" });

        Assert.Equal((first.Export.ExportId, first.Export.RetryAt), (second.Export.ExportId, second.Export.RetryAt));
        Assert.Equal("{}"u8.ToArray(), (await Queries.ReadDocumentAsync("acme", first.Export.ExportId, default))!.Value.ToArray());
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task Enqueuing_answers_as_a_claim_does()
    {
        var sent = await SendAsync(new ExportCase());
        Assert.Equal(sent.Export, Assert.IsType<EnqueueResult.Held>(await Ledger.EnqueueAsync(new ExportCase().Enqueue(), default)).Holder);

        await RecordAsync(sent.Claim, Updates.Retry(Now + TimeSpan.FromHours(1)));
        Assert.IsType<EnqueueResult.Waiting>(await Ledger.EnqueueAsync(new ExportCase().Enqueue(), default));
        Assert.IsType<EnqueueResult.Waiting>(await Ledger.EnqueueAsync(Other.Enqueue(), default));

        _clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync((await SendAsync(new ExportCase())).Claim, Updates.Exported);
        Assert.IsType<EnqueueResult.Linked>(await Ledger.EnqueueAsync(Other.Enqueue(), default));
        Assert.IsType<EnqueueResult.GenerationChanged>(await Ledger.EnqueueAsync(new ExportCase { Generation = 2 }.Enqueue(), default));
    }

    [Fact]
    public async Task An_open_attempt_is_never_enqueued_over()
    {
        var sent = await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        Assert.IsType<EnqueueResult.Waiting>(await Ledger.EnqueueAsync(new ExportCase().Enqueue(), default));

        await RecordAsync(sent.Claim, Updates.Unknown(null));

        Assert.IsType<EnqueueResult.Waiting>(await Ledger.EnqueueAsync(new ExportCase().Enqueue(), default));
    }

    [Fact]
    public async Task An_export_that_ended_without_a_ticket_lines_up_anew()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed);
        _clock.Advance(TimeSpan.FromMinutes(1));

        var enqueued = await EnqueueAsync(new ExportCase());

        Assert.Equal((sent.Claim.ExportId, ExportStatus.Approved, Now), (enqueued.Export.ExportId, enqueued.Export.Status, enqueued.Export.RetryAt));
        Assert.Null(enqueued.Export.Failure);
        Assert.Single(await AttemptsAsync(sent.Claim));
    }

    [Fact]
    public async Task Another_target_waits_for_an_enqueued_export()
    {
        var enqueued = await EnqueueAsync(new ExportCase());

        Assert.Equal(enqueued.Export, Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other)).Holder);
    }

    [Fact]
    public async Task An_enqueued_export_that_lost_its_source_to_another_ticket_stops_being_due()
    {
        var loser = await EnqueueAsync(new ExportCase { Scope = LinkScope.PerTarget });
        var winner = await SendAsync(Other);
        await RecordAsync(winner.Claim, Updates.Exported);

        Assert.IsType<ClaimResult.Linked>(await Ledger.ClaimAsync(new ExportCase().Request() with { IsDueWork = true }, default));

        Assert.Empty(await DueAsync());
        var stored = await Queries.FindExportAsync("acme", loser.Export.ExportId, default);
        Assert.Equal((ExportStatus.Blocked, ExportCodes.DuplicateBlocked), (stored!.Status, stored.Failure!.Code));
    }

    [Fact]
    [Trait("Fault", "F74")]
    public async Task Of_many_enqueues_of_one_key_at_once_one_export_comes()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => EnqueueAsync(new ExportCase()))));

        Assert.Single(results.Select(result => result.Export.ExportId).Distinct());
        Assert.Single(await DueAsync());
    }
}
