using Microsoft.Extensions.DependencyInjection;
using TicketExport.Inbound;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Core.Tests.Inbound;

public sealed class TicketInboundTests : IAsyncDisposable
{
    private readonly InboundHarness _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Behaviour", "S240")]
    [Trait("Behaviour", "S247")]
    [Trait("Behaviour", "S46")]
    public async Task A_status_of_a_sender_that_nobody_can_ask_is_what_is_known()
    {
        var created = await _host.CreateAsync();

        var result = await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""");

        Assert.Equal((InboundAnswer.Taken, true, false), (result.Answer, result.AppliedStatus, result.AppliedComment));
        var sync = (await _host.StoredAsync(created))!;
        Assert.Equal(("closed", ProviderStatus.Done, _host.Time.GetUtcNow()), (sync.RawStatus, sync.Status, sync.LastSyncedAt));
        var record = Assert.Single(await _host.RecordsAsync());
        Assert.Equal((InboundEventKind.TicketChanged, "T-1", created.ExportId, true), (record.Kind, record.TicketId, record.ExportId, record.IsApplied));
    }

    [Fact]
    [Trait("Fault", "F134")]
    public async Task A_status_that_is_not_mapped_keeps_its_own_words_and_says_so()
    {
        var created = await _host.CreateAsync();

        var result = await _host.ReceiveAsync("""{"external_id":"T-1","status":"In quarantine"}""");

        Assert.Equal((InboundAnswer.Taken, "status_not_mapped"), (result.Answer, result.Reason));
        var sync = (await _host.StoredAsync(created))!;
        Assert.Equal(("In quarantine", ProviderStatus.Unknown, "map"), (sync.RawStatus, sync.Status, sync.Failure!.SubCode));
        Assert.Null(sync.LastSyncedAt);
    }

    [Fact]
    [Trait("Behaviour", "S240")]
    public async Task A_ticket_may_be_named_by_its_key()
    {
        var created = await _host.CreateAsync();

        await _host.ReceiveAsync("""{"external_id":"TEAM-1","status":"open"}""");

        Assert.Equal(ProviderStatus.Open, (await _host.StoredAsync(created))!.Status);
    }

    [Theory]
    [InlineData("""{"external_id":"T-1","status":"closed" }""")]
    [InlineData("""{"external_id":"T-1","status":"close""")]
    [InlineData("""{"external_id":"T-2","status":"closed"}""")]
    [InlineData("")]
    [Trait("Behaviour", "S259")]
    [Trait("Behaviour", "S262")]
    [Trait("Behaviour", "S263")]
    [Trait("Fault", "F116")]
    public async Task Forged_cut_and_respaced_bodies_change_nothing(string body)
    {
        var created = await _host.CreateAsync();

        var result = await _host.ReceiveAsync(body, InboundHarness.Signed("""{"external_id":"T-1","status":"closed"}"""));

        Assert.Equal(InboundAnswer.NotAuthentic, result.Answer);
        Assert.Null(result.Reason);
        Assert.Null(await _host.StoredAsync(created));
        Assert.Empty(await _host.RecordsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha1=a94a8fe5ccb19ba61c4c0873d391e987982fbbd3")]
    [InlineData("sha256=abc")]
    [Trait("Behaviour", "S261")]
    [Trait("Fault", "F114")]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F139")]
    public async Task Signatures_of_any_other_shape_are_refused(string signature)
    {
        await _host.CreateAsync();
        Assert.Equal(InboundAnswer.NotAuthentic, (await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""", signature)).Answer);
    }

    [Fact]
    [Trait("Behaviour", "S264")]
    [Trait("Behaviour", "S265")]
    [Trait("Fault", "F115")]
    public async Task A_target_without_a_secret_stays_closed_to_every_delivery()
    {
        await using var host = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target => target.Credentials.Remove("webhook_secret")));
        await host.CreateAsync();

        Assert.Equal(InboundAnswer.Closed, (await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""")).Answer);
        Assert.Empty(await host.RecordsAsync());
    }

    [Fact]
    [Trait("Fault", "F136")]
    public async Task Two_secrets_live_during_a_rotation_and_the_old_one_dies_with_it()
    {
        const string Next = "the-next-secret-of-the-tests-0123456789";
        await using var rotating = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target =>
        {
            target.Credentials["webhook_secret"] = Next;
            target.Credentials["previous_webhook_secret"] = InboundHarness.Secret;
        }));
        await using var rotated = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target => target.Credentials["webhook_secret"] = Next));
        const string Body = """{"external_id":"T-9","status":"closed"}""";

        Assert.Equal(InboundAnswer.UnknownTicket, (await rotating.ReceiveAsync(Body)).Answer);
        Assert.Equal(InboundAnswer.UnknownTicket, (await rotating.ReceiveAsync(Body, InboundHarness.Signed(Body, Next))).Answer);
        Assert.Equal(InboundAnswer.NotAuthentic, (await rotated.ReceiveAsync(Body)).Answer);
    }

    [Theory]
    [InlineData("""{"status":"closed"}""", "external_id")]
    [InlineData("""{"external_id":"","status":"closed"}""", "external_id")]
    [InlineData("""{"external_id":{},"status":"closed"}""", "external_id")]
    [InlineData("""{"external_id":"T-1","comment":{"author":"Jane","body":"Hi"}}""", "comment.external_comment_id")]
    [InlineData("""{"external_id":"T-1","comment":"Hi"}""", "comment")]
    [InlineData("""{"external_id":"T-1","comment":{"external_comment_id":"1"}}""", "comment.body")]
    [InlineData("""{"external_id":"T-1","status":7}""", "status")]
    [Trait("Behaviour", "S248")]
    public async Task What_lacks_a_field_is_refused_as_incomplete_and_names_it(string body, string field)
    {
        await _host.CreateAsync();
        var result = await _host.ReceiveAsync(body);
        Assert.Equal((InboundAnswer.Incomplete, field), (result.Answer, result.Reason));
        Assert.Empty(await _host.RecordsAsync());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"external_id":"T-1","external_id":"T-2"}""")]
    [InlineData("""{"external_id":"\ud800"}""")]
    [Trait("Fault", "F131")]
    public async Task What_is_no_object_of_json_is_malformed(string body) =>
        Assert.Equal(InboundAnswer.Malformed, (await _host.ReceiveAsync(body)).Answer);

    [Fact]
    [Trait("Fault", "F131")]
    public async Task Deep_json_is_malformed() =>
        Assert.Equal(InboundAnswer.Malformed, (await _host.ReceiveAsync($$"""{"external_id":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""")).Answer);

    [Fact]
    [Trait("Behaviour", "S241")]
    [Trait("Fault", "F133")]
    [Trait("Fault", "F135")]
    public async Task Unknown_tickets_and_those_of_other_accounts_are_answered_alike_whatever_the_body_claims()
    {
        await using var host = new InboundHarness(static builder => builder.AddTarget("foreign", static target =>
        {
            target.Provider = TellingProvider.Key;
            target.Account = "globex";
            target.OwnershipConfirmed = true;
        }));
        var foreign = await host.CreateAsync(target: "foreign", account: "globex");

        var unknown = await host.ReceiveAsync("""{"external_id":"T-77","status":"closed","account_id":"globex","org_id":"globex","request_id":"1"}""");
        var other = await host.ReceiveAsync("""{"external_id":"T-1","status":"closed","account_id":"globex","org_id":"globex","request_id":"1"}""");

        Assert.Equal(InboundAnswer.UnknownTicket, unknown.Answer);
        Assert.Equal(unknown, other);
        Assert.Null(await host.StoredAsync(foreign, "globex"));
        Assert.All(await host.RecordsAsync(), static record => Assert.Equal((null, "unknown_ticket"), (record.ExportId, record.Reason)));
        Assert.Empty(await host.RecordsAsync("foreign", "globex"));
    }

    [Fact]
    [Trait("Fault", "F125")]
    public async Task A_shared_target_finds_the_account_by_its_ticket_and_refuses_what_is_not_certain()
    {
        await using var host = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target => target.Account = null));
        var acme = await host.CreateAsync("1", account: "acme");
        await host.CreateAsync("2", account: "globex");

        Assert.Equal(InboundAnswer.Taken, (await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""")).Answer);
        Assert.Equal(ProviderStatus.Done, (await host.StoredAsync(acme))!.Status);
        Assert.Single(await host.RecordsAsync(account: "acme"));

        await host.Service<TicketExport.Links.ITicketLinks>().RelinkAsync("globex", (await host.CreateAsync("3", account: "globex")).ExportId!, new TicketReference { ProviderTicketId = "T-1" }, new AuditStamp("kim", "A mistake."));
        Assert.Equal(InboundAnswer.UnknownTicket, (await host.ReceiveAsync("""{"external_id":"T-1","status":"open"}""")).Answer);
        Assert.Equal(ProviderStatus.Done, (await host.StoredAsync(acme))!.Status);
        Assert.Equal("ambiguous_ticket", Assert.Single(await host.RecordsAsync(account: "")).Reason);
    }

    [Fact]
    [Trait("Fault", "F120")]
    [Trait("Fault", "F122")]
    public async Task A_delivery_that_comes_a_hundred_times_at_once_is_applied_once()
    {
        var created = await _host.CreateAsync();
        var delivery = InboundHarness.Delivery("""{"external_id":"T-1","status":"closed","delivery_id":"d-1"}""");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _host.Service<ITicketInbound>().ReceiveAsync(delivery))));

        Assert.Single(results, static result => result.Answer == InboundAnswer.Taken);
        Assert.Equal(99, results.Count(static result => result.Answer == InboundAnswer.Repeated));
        Assert.Single(await _host.RecordsAsync());
        Assert.Equal(ProviderStatus.Done, (await _host.StoredAsync(created))!.Status);
    }

    [Fact]
    [Trait("Fault", "F124")]
    public async Task The_same_delivery_id_with_another_body_is_a_conflict_and_changes_nothing()
    {
        var created = await _host.CreateAsync();
        await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed","delivery_id":"d-1"}""");

        Assert.Equal(InboundAnswer.Conflict, (await _host.ReceiveAsync("""{"external_id":"T-1","status":"open","delivery_id":"d-1"}""")).Answer);

        Assert.Equal(ProviderStatus.Done, (await _host.StoredAsync(created))!.Status);
        Assert.Single(await _host.RecordsAsync());
    }

    [Fact]
    [Trait("Fault", "F123")]
    public async Task An_older_event_never_wins_and_a_clock_ahead_does_not_close_the_future()
    {
        var created = await _host.CreateAsync();
        await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed","sent_at":"2026-03-01T11:59:59Z"}""");

        var late = await _host.ReceiveAsync("""{"external_id":"T-1","status":"open","sent_at":"2026-03-01T11:00:00Z"}""");
        Assert.Equal((InboundAnswer.Taken, false, "older"), (late.Answer, late.AppliedStatus, late.Reason));
        Assert.Equal(ProviderStatus.Done, (await _host.StoredAsync(created))!.Status);

        await _host.ReceiveAsync("""{"external_id":"T-1","status":"open","sent_at":"2199-01-01T00:00:00Z"}""");
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.ReceiveAsync("""{"external_id":"T-1","status":"in_progress","sent_at":"2026-03-01T12:01:00Z"}""");
        Assert.Equal(ProviderStatus.InProgress, (await _host.StoredAsync(created))!.Status);
    }

    [Fact]
    [Trait("Fault", "F119")]
    [Trait("Fault", "F121")]
    public async Task In_the_strict_mode_a_recorded_delivery_cannot_be_sent_again()
    {
        await using var host = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target => target.Settings["strict"] = "true"));
        await host.CreateAsync();
        const string Body = """{"external_id":"T-1","status":"closed","delivery_id":"d-1","sent_at":"2026-03-01T12:00:00Z"}""";

        Assert.Equal((InboundAnswer.Incomplete, "delivery_id"), Of(await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""")));
        Assert.Equal((InboundAnswer.Incomplete, "sent_at"), Of(await host.ReceiveAsync("""{"external_id":"T-1","status":"closed","delivery_id":"d-1"}""")));
        Assert.Equal((InboundAnswer.Taken, true), ((await host.ReceiveAsync(Body)).Answer, true));
        Assert.Equal(InboundAnswer.Repeated, (await host.ReceiveAsync(Body)).Answer);
        host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(InboundAnswer.NotAuthentic, (await host.ReceiveAsync(Body)).Answer);
    }

    [Fact]
    [Trait("Fault", "F129")]
    [Trait("Fault", "F140")]
    public async Task Size_and_pace_are_bounded_before_anything_is_verified()
    {
        await using var host = new InboundHarness(static builder => builder.Services.Configure<TicketInboundOptions>(static options => options.MaxPerMinute = 3));
        await host.CreateAsync();
        var large = new string(' ', 262_145);

        Assert.Equal(InboundAnswer.TooLarge, (await host.ReceiveAsync(large)).Answer);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(InboundAnswer.NotAuthentic, (await host.ReceiveAsync("{}", "sha256=forged")).Answer);
        }

        var refused = await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""");
        Assert.Equal((InboundAnswer.TooMany, TimeSpan.FromSeconds(20)), (refused.Answer, refused.RetryAfter));
        Assert.Equal(InboundAnswer.NotAuthentic, (await host.ReceiveAsync("{}", "sha256=forged", InboundHarness.Mock)).Answer);
        host.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(InboundAnswer.Taken, (await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""")).Answer);
    }

    [Fact]
    public async Task A_route_that_leads_nowhere_is_answered_like_a_wrong_signature()
    {
        var nowhere = await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""", target: "nowhere");
        Assert.Equal(await _host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""", "sha256=forged"), nowhere);
    }

    [Fact]
    public async Task A_target_may_have_a_route_of_another_name_than_its_id()
    {
        await using var host = new InboundHarness(static builder => builder.AddTarget(InboundHarness.Told, static target => target.InboundKey = "k-93ac"));
        await host.CreateAsync();

        Assert.Equal(InboundAnswer.Taken, (await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""", target: "K-93AC")).Answer);
        Assert.Equal(InboundAnswer.NotAuthentic, (await host.ReceiveAsync("""{"external_id":"T-1","status":"closed"}""")).Answer);
    }

    [Fact]
    [Trait("Fault", "F127")]
    public async Task An_event_that_breaks_leaves_the_others_applied_and_the_delivery_to_be_sent_again()
    {
        var created = await _host.CreateAsync();
        _host.Teller.More = static told => [told with { Ticket = null! }, told with { RawStatus = "open", Status = ProviderStatus.Open, RequestStatus = null }];
        const string Body = """{"external_id":"T-1","status":"closed","delivery_id":"d-1"}""";

        await Assert.ThrowsAsync<TicketExportException>(() => _host.ReceiveAsync(Body));
        Assert.Equal("open", (await _host.StoredAsync(created))!.RawStatus);

        _host.Teller.More = static _ => [];
        Assert.Equal(InboundAnswer.Taken, (await _host.ReceiveAsync(Body)).Answer);
        Assert.Equal("closed", (await _host.StoredAsync(created))!.RawStatus);
    }

    [Fact]
    public async Task Where_the_ticket_can_be_read_an_event_is_a_hint_and_only_the_read_is_believed()
    {
        var created = await _host.CreateAsync(target: InboundHarness.Mock);
        await _host.Service<ITicketSync>().SyncDueAsync(10);
        Assert.Equal(ProviderStatus.Open, (await _host.StoredAsync(created))!.Status);
        _host.Time.Advance(TimeSpan.FromMinutes(1));

        var result = await _host.ReceiveAsync("""{"external_id":"mock-TCK-1","status":"closed"}""", target: InboundHarness.Mock);

        Assert.Equal((InboundAnswer.Taken, false, "status_not_mapped"), (result.Answer, result.AppliedStatus, result.Reason));
        Assert.Equal(ProviderStatus.Open, (await _host.StoredAsync(created))!.Status);
        Assert.Equal((1, 1), Of(await _host.Service<ITicketSync>().SyncDueAsync(10)));
        Assert.Equal(("open", _host.Time.GetUtcNow()), ((await _host.StoredAsync(created))!.RawStatus, (await _host.StoredAsync(created))!.LastSyncedAt));
        Assert.Equal((0, 0), Of(await _host.Service<ITicketSync>().SyncDueAsync(10)));
    }

    private static (InboundAnswer Answer, string? Reason) Of(InboundResult result) => (result.Answer, result.Reason);

    private static (int Taken, int Synced) Of(SyncReport report) => (report.Taken, report.Synced);
}
