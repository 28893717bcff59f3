using Microsoft.Extensions.DependencyInjection;
using Moq;
using TicketExport.Ledger;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.AspNetCore.Tests;

public sealed class TicketRouteTests
{
    [Fact]
    [Trait("Behaviour", "S187")]
    [Trait("Behaviour", "S215")]
    [Trait("Behaviour", "S216")]
    [Trait("Behaviour", "S217")]
    [Trait("Behaviour", "S218")]
    [Trait("Behaviour", "S219")]
    [Trait("Behaviour", "S220")]
    [Trait("Behaviour", "S221")]
    [Trait("Behaviour", "S222")]
    [Trait("Behaviour", "S224")]
    public async Task Create_takes_no_body_and_answers_with_the_link_that_can_be_read_again()
    {
        await using var host = await TicketHost.StartAsync();

        var created = await host.PostAsync(TicketHost.Source("7", "/ticket"));
        var read = await host.GetAsync(TicketHost.Source("7", "/ticket"));

        var ticket = Assert.Single(host.Tracker.Tickets);
        Assert.Equal("Provide the evidence of request 7", ticket.Title);
        Assert.Contains("asks for the evidence of request 7", ticket.Body, StringComparison.Ordinal);
        Assert.Equal((201, "application/json"), (created.Status, created.ContentType));
        Assert.Equal(TicketHost.Source("7", "/ticket"), created.Headers["Location"]);
        Assert.Equal(("fake-tracker", ticket.Id, "synced", "exported"), (Text(created, "provider"), Text(created, "external_id"), Text(created, "sync_state"), Text(created, "export_status")));
        Assert.StartsWith("http", Text(created, "external_url"), StringComparison.Ordinal);
        Assert.True(created.Json["created_at"]!.GetValue<DateTimeOffset>() <= created.Json["updated_at"]!.GetValue<DateTimeOffset>());
        Assert.Equal((200, created.Text), (read.Status, read.Text));
    }

    [Fact]
    [Trait("Behaviour", "S22")]
    [Trait("Behaviour", "S23")]
    [Trait("Behaviour", "S228")]
    [Trait("Behaviour", "S229")]
    public async Task A_second_create_is_a_conflict_with_the_link_in_its_body_and_calls_nobody()
    {
        await using var host = await TicketHost.StartAsync();
        var link = await host.CreateAsync("7");
        var calls = host.Tracker.Calls.Length;

        var again = (await host.PostAsync(TicketHost.Source("7", "/ticket"))).IsProblem(409, ExportCodes.Duplicate);

        Assert.Equal(link.ToJsonString(), again.Json["link"]!.ToJsonString());
        Assert.Equal("open_existing", Text(again, "next_step"));
        Assert.Equal(calls, host.Tracker.Calls.Length);
    }

    [Fact]
    [Trait("Behaviour", "S7")]
    public async Task Of_twenty_creates_at_once_one_makes_the_ticket()
    {
        await using var host = await TicketHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.PostAsync(TicketHost.Source("7", "/ticket"))));

        Assert.Single(host.Tracker.Tickets);
        Assert.Single(answers, static answer => answer.Status == 201);
        Assert.All(answers.Where(static answer => answer.Status != 201), static answer =>
            Assert.Contains((answer.Status, answer.Code), new[] { (409, ExportCodes.Duplicate), (409, ApiCodes.InProgress) }!));
    }

    [Fact]
    [Trait("Behaviour", "S225")]
    public async Task A_record_without_a_ticket_and_a_record_that_is_not_there_are_told_apart_for_those_who_may_create()
    {
        await using var host = await TicketHost.StartAsync();

        (await host.GetAsync(TicketHost.Source("7", "/ticket"))).IsProblem(404, ApiCodes.NotLinked);
        (await host.PostAsync(TicketHost.Source("7777", "/ticket"))).IsProblem(404, ApiCodes.NotFound);
        (await host.PostAsync(TicketHost.Source("a%0Ab", "/ticket"))).IsProblem(404, ApiCodes.NotFound);
    }

    [Fact]
    [Trait("Behaviour", "S227")]
    [Trait("Behaviour", "S230")]
    public async Task Unlink_leaves_the_ticket_and_lets_the_next_create_make_another()
    {
        await using var host = await TicketHost.StartAsync();
        var first = await host.CreateAsync("7");

        var unlinked = await host.SendAsync(HttpMethod.Delete, TicketHost.Source("7", "/ticket"), TicketHost.Operator);
        var without = await host.GetAsync(TicketHost.Source("7", "/ticket"));
        var second = await host.CreateAsync("7");

        Assert.Equal((204, ""), (unlinked.Status, unlinked.Text));
        Assert.Equal(404, without.Status);
        Assert.NotEqual(first["external_id"]!.GetValue<string>(), second["external_id"]!.GetValue<string>());
        Assert.Equal(2, host.Tracker.Tickets.Length);
        Assert.All(host.Tracker.Tickets, static ticket => Assert.Equal(FakeTrackerStatuses.ToDo, ticket.Status));
        var audit = await host.Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), CancellationToken.None);
        Assert.Contains(audit.Items, static row => row.By is { Actor: "otto", Reason: "Unlinked over the HTTP interface." });
    }

    [Fact]
    [Trait("Behaviour", "S46")]
    [Trait("Behaviour", "S226")]
    public async Task Close_closes_the_ticket_at_its_tracker_and_leaves_the_link()
    {
        await using var host = await TicketHost.StartAsync();
        await host.CreateAsync("7");

        var closed = await host.PostAsync(TicketHost.Source("7", "/ticket/close"));
        var again = await host.PostAsync(TicketHost.Source("7", "/ticket/close"));

        Assert.Equal((200, "done"), (closed.Status, Text(closed, "provider_status")));
        Assert.Equal(200, again.Status);
        Assert.Equal(FakeTrackerStatuses.Closed, Assert.Single(host.Tracker.Tickets).Status);
        Assert.Equal(200, (await host.GetAsync(TicketHost.Source("7", "/ticket"))).Status);
    }

    [Theory]
    [InlineData(CloseOutcome.Closed, 200, null)]
    [InlineData(CloseOutcome.InDoubt, 202, null)]
    [InlineData(CloseOutcome.Busy, 409, ApiCodes.InProgress)]
    [InlineData(CloseOutcome.Missing, 409, ApiCodes.Refused)]
    [InlineData(CloseOutcome.NotSupported, 422, ApiCodes.NotSupported)]
    [InlineData(CloseOutcome.NotLinked, 404, ApiCodes.NotLinked)]
    [InlineData(CloseOutcome.Refused, 503, ExportCodes.ProviderNotConfigured)]
    public async Task What_closing_comes_to_has_its_status(CloseOutcome outcome, int status, string? code)
    {
        var changes = new Mock<ITicketChanges>();
        var failure = new ExportFailure { Code = ExportCodes.ProviderNotConfigured, Reason = FailureReason.Configuration, Message = "Set the key.", NextStep = NextStep.FixSettings };
        changes.Setup(service => service.CloseAsync("acme", It.IsAny<string>(), new AuditStamp("otto", "All delivered."), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new CloseResult { Outcome = outcome, Failure = outcome == CloseOutcome.Refused ? failure : null });
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton(changes.Object));
        await host.CreateAsync("7");

        var answer = await host.PostAsync(TicketHost.Source("7", "/ticket/close"), json: """{"reason":"All delivered."}""");

        Assert.Equal((status, code), (answer.Status, code is null ? null : answer.Code));
    }

    [Fact]
    [Trait("Behaviour", "S223")]
    public async Task A_tracker_that_asks_to_wait_is_a_link_that_is_pending()
    {
        await using var host = await TicketHost.StartAsync();
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(1));

        var created = await host.PostAsync(TicketHost.Source("7", "/ticket"));
        var read = await host.GetAsync(TicketHost.Source("7", "/ticket"));

        Assert.Equal((202, 200), (created.Status, read.Status));
        Assert.Equal(("pending", "pending"), (Text(created, "sync_state"), Text(read, "sync_state")));
        Assert.True(int.Parse(created.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) >= 1);
    }

    [Fact]
    public async Task What_must_not_leave_is_named_by_field_and_rule_and_not_repeated()
    {
        await using var host = await TicketHost.StartAsync();

        var answer = (await host.PostAsync(TicketHost.Source("secret", "/ticket"))).IsProblem(422, ExportCodes.UnsafeContent);

        Assert.Equal("$.summary", answer.Json["fields"]![0]!["path"]!.GetValue<string>());
        Assert.DoesNotContain("AKIA", answer.Text, StringComparison.Ordinal);
        Assert.Empty(host.Tracker.Calls);
    }

    [Fact]
    public async Task A_tracker_that_refuses_our_credentials_is_no_401_of_ours()
    {
        await using var host = await TicketHost.StartAsync();
        host.Tracker.AnswerNext(401, "{}");

        (await host.PostAsync(TicketHost.Source("7", "/ticket"))).IsProblem(502, ExportCodes.ProviderAuthFailed);
    }

    [Fact]
    public async Task A_host_that_answers_with_another_record_is_told_and_exports_nothing()
    {
        await using var host = await TicketHost.StartAsync();

        Assert.Equal(500, (await host.PostAsync(TicketHost.Source("wrong", "/ticket"))).Status);
        Assert.Empty(host.Tracker.Calls);
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_reached_is_a_503_with_a_time_to_wait()
    {
        var ledger = new Mock<IExportLedgerQueries>();
        ledger.Setup(queries => queries.ListBySourceAsync(It.IsAny<string>(), It.IsAny<SourceKey>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("The ledger at /var/lib/tickets.db cannot be opened."));
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton(ledger.Object));

        var answer = (await host.GetAsync(TicketHost.Source("7", "/ticket"))).IsProblem(503, ApiCodes.LedgerUnavailable);

        Assert.DoesNotContain("/var/lib", answer.Text, StringComparison.Ordinal);
        Assert.Equal("5", answer.Headers["Retry-After"]);
    }

    private static string Text(Answer answer, string name) => answer.Json[name]!.GetValue<string>();
}
