using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.AspNetCore.Tests;

public sealed class IdempotencyTests
{
    private static readonly (string, string) Key = ("Idempotency-Key", "0b6f");
    private static readonly string Ticket = TicketHost.Source("7", "/ticket");
    private static readonly string Thread = TicketHost.Source("7", "/comments");

    [Fact]
    public async Task The_same_request_under_the_same_key_is_answered_the_same_and_done_once()
    {
        await using var host = await TicketHost.StartAsync();

        var first = await host.PostAsync(Ticket, TicketHost.Operator, null, Key);
        var again = await host.PostAsync(Ticket, TicketHost.Operator, null, Key);
        var quoted = await host.PostAsync(Ticket, TicketHost.Operator, null, ("Idempotency-Key", "\"0b6f\""));

        Assert.Equal((201, first.Text), (again.Status, again.Text));
        Assert.Equal((201, first.Text), (quoted.Status, quoted.Text));
        Assert.Equal(first.Headers["Location"], again.Headers["Location"]);
        Assert.Single(host.Tracker.Tickets);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        await using var host = await TicketHost.StartAsync();
        await host.PostAsync(Thread, TicketHost.Operator, """{"body":"one"}""", Key);

        (await host.PostAsync(Thread, TicketHost.Operator, """{"body":"two"}""", Key)).IsProblem(422, ApiCodes.IdempotencyKeyReused);
        (await host.PostAsync(Ticket, TicketHost.Operator, null, Key)).IsProblem(422, ApiCodes.IdempotencyKeyReused);

        Assert.Single((await host.GetAsync(Thread)).Json["items"]!.AsArray());
        Assert.Empty(host.Tracker.Tickets);
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller()
    {
        await using var host = await TicketHost.StartAsync();

        var ours = await host.PostAsync(Thread, TicketHost.Operator, """{"body":"one"}""", Key);
        var readers = await host.PostAsync(Thread, TicketHost.Reader, """{"body":"two"}""", Key);
        var theirs = await host.PostAsync(TicketHost.Source("7", "/comments", account: "other"), TicketHost.Stranger, """{"body":"three"}""", Key);

        Assert.Equal((201, 201, 201), (ours.Status, readers.Status, theirs.Status));
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        await using var host = await TicketHost.StartAsync();
        host.Tracker.AnswerNext(401, "{}");

        Assert.Equal(502, (await host.PostAsync(Ticket, TicketHost.Operator, null, Key)).Status);
        Assert.Equal(201, (await host.PostAsync(Ticket, TicketHost.Operator, null, Key)).Status);
    }

    [Fact]
    public async Task What_was_forgotten_is_guarded_by_the_ledger_all_the_same()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        await host.PostAsync(Ticket, TicketHost.Operator, null, Key);
        var comment = await host.PostAsync(Thread, TicketHost.Operator, """{"body":"one"}""", ("Idempotency-Key", "of-a-comment"));
        time.Advance(TimeSpan.FromHours(25));

        (await host.PostAsync(Ticket, TicketHost.Operator, null, Key)).IsProblem(409, ExportCodes.Duplicate);
        var again = await host.PostAsync(Thread, TicketHost.Operator, """{"body":"one"}""", ("Idempotency-Key", "of-a-comment"));
        (await host.PostAsync(Thread, TicketHost.Operator, """{"body":"other"}""", ("Idempotency-Key", "of-a-comment"))).IsProblem(422, ApiCodes.IdempotencyKeyReused);

        Assert.Equal(comment.Json["comment"]!["comment_id"]!.GetValue<string>(), again.Json["comment"]!["comment_id"]!.GetValue<string>());
        Assert.Single((await host.GetAsync(Thread)).Json["items"]!.AsArray());
        Assert.Single(host.Tracker.Tickets);
    }

    [Fact]
    public async Task While_the_first_is_answered_the_second_is_told_to_wait()
    {
        await using var host = await TicketHost.StartAsync();
        var held = new TaskCompletionSource();
        host.Tracker.HoldNext(held.Task);
        var first = host.PostAsync(Ticket, TicketHost.Operator, null, Key);
        await host.Tracker.WhenArrivedAsync();

        var second = (await host.PostAsync(Ticket, TicketHost.Operator, null, Key)).IsProblem(409, ApiCodes.IdempotencyKeyInUse);

        Assert.Equal("1", second.Headers["Retry-After"]);
        held.SetResult();
        Assert.Equal(201, (await first).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\"")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var host = await TicketHost.StartAsync();

        var answer = await host.SendRawAsync($"POST {Ticket} HTTP/1.1\r\nHost: localhost\r\nX-Test-Key: {TicketHost.Operator}\r\nIdempotency-Key: {key}\r\nContent-Length: 0\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4(22|00) ", answer);
        Assert.Empty(host.Tracker.Calls);
    }

    [Fact]
    public async Task Two_keys_on_one_request_are_refused()
    {
        await using var host = await TicketHost.StartAsync();

        (await host.PostAsync(Ticket, TicketHost.Operator, null, Key, ("Idempotency-Key", "another"))).IsProblem(422, ApiCodes.RequestInvalid);
        Assert.Empty(host.Tracker.Calls);
    }
}
