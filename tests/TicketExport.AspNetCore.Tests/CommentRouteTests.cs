using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.AspNetCore.Tests;

public sealed class CommentRouteTests
{
    private static readonly string Thread = TicketHost.Source("7", "/comments");

    [Fact]
    [Trait("Behaviour", "S232")]
    [Trait("Behaviour", "S233")]
    [Trait("Behaviour", "S234")]
    [Trait("Behaviour", "S235")]
    [Trait("Behaviour", "S236")]
    public async Task A_comment_without_a_ticket_is_kept_and_sent_nowhere()
    {
        await using var host = await TicketHost.StartAsync();

        var added = await host.PostAsync(Thread, TicketHost.Reader, """{"body":"Attached the report."}""");
        var thread = await host.GetAsync(Thread);

        Assert.Equal(201, added.Status);
        Assert.Null(added.Json["echo"]);
        var comment = Assert.Single(thread.Json["items"]!.AsArray())!;
        Assert.Equal(added.Json["comment"]!.ToJsonString(), comment.ToJsonString());
        Assert.Equal(("internal", "ria of acme", "Attached the report.", "none"), (comment["source"]!.GetValue<string>(), comment["author"]!.GetValue<string>(), comment["body"]!.GetValue<string>(), comment["delivery"]!.GetValue<string>()));
        Assert.Empty(host.Tracker.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S198")]
    [Trait("Behaviour", "S199")]
    [Trait("Behaviour", "S233")]
    [Trait("Behaviour", "S238")]
    public async Task The_mock_echoes_in_the_answer_and_in_the_thread()
    {
        await using var host = await TicketHost.StartAsync(static builder => builder.AddMock("demo"));
        Assert.Equal(201, (await host.PostAsync(TicketHost.Source("7", "/ticket?target=demo"))).Status);

        var added = await host.PostAsync(Thread, TicketHost.Reader, """{"body":"Attached the report."}""");
        var thread = (await host.GetAsync(Thread)).Json["items"]!.AsArray();

        Assert.Equal("delivered", added.Json["comment"]!["delivery"]!.GetValue<string>());
        Assert.NotEmpty(added.Json["comment"]!["external_comment_id"]!.GetValue<string>());
        var echo = added.Json["echo"]!;
        Assert.Contains("Attached the report.", echo["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["internal", "external"], thread.Select(static comment => comment!["source"]!.GetValue<string>()));
        Assert.Equal(echo["external_comment_id"]!.GetValue<string>(), thread[1]!["external_comment_id"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Behaviour", "S231")]
    public async Task Another_account_has_another_thread()
    {
        await using var host = await TicketHost.StartAsync();
        await host.PostAsync(Thread, TicketHost.Reader, """{"body":"For us alone."}""");

        var theirs = await host.GetAsync(TicketHost.Source("7", "/comments", account: "other"), TicketHost.Stranger);

        Assert.Equal((200, 0), (theirs.Status, theirs.Json["items"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("", 422, ApiCodes.RequestInvalid)]
    [InlineData("{}", 422, ApiCodes.RequestInvalid)]
    [InlineData("""{"body":"  "}""", 422, ApiCodes.RequestInvalid)]
    [InlineData("""{"body":"a\u0000b"}""", 422, ApiCodes.RequestInvalid)]
    [InlineData("""{"body":"a\ud800b"}""", 400, ApiCodes.BodyMalformed)]
    [InlineData("""{"body":7}""", 400, ApiCodes.BodyMalformed)]
    [InlineData("""{"body":"a","body":"b"}""", 400, ApiCodes.BodyMalformed)]
    [InlineData("null", 400, ApiCodes.BodyMalformed)]
    [InlineData("[1", 400, ApiCodes.BodyMalformed)]
    public async Task A_body_that_cannot_be_used_is_refused_and_not_repeated(string body, int status, string code)
    {
        await using var host = await TicketHost.StartAsync();

        (await host.PostAsync(Thread, TicketHost.Reader, body)).IsProblem(status, code);

        Assert.Empty((await host.GetAsync(Thread)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_comment_that_is_too_long_or_no_json_is_refused()
    {
        await using var host = await TicketHost.StartAsync();

        (await host.PostAsync(Thread, TicketHost.Reader, $$"""{"body":"{{new string('x', 32_768)}}"}""")).IsProblem(422, ApiCodes.RequestInvalid);
        (await host.PostAsync(Thread, TicketHost.Reader, $$"""{"body":"{{new string('x', 300_000)}}"}""")).IsProblem(413, ApiCodes.BodyTooLarge);
        Assert.Equal(415, (await host.SendAsync(HttpMethod.Post, Thread, TicketHost.Reader, new StringContent("""{"body":"a"}"""))).Status);
        (await host.PostAsync(TicketHost.Source("7777", "/comments"), TicketHost.Reader, """{"body":"a"}""")).IsProblem(404, ApiCodes.NotFound);
    }

    [Fact]
    public async Task A_thread_is_read_in_pages()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var host = await TicketHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        for (var i = 0; i < 5; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await host.PostAsync(Thread, TicketHost.Reader, $$"""{"body":"{{i}}"}""");
        }

        var texts = new List<string>();
        string? cursor = null;
        do
        {
            var page = await host.GetAsync($"{Thread}?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            texts.AddRange(page.Json["items"]!.AsArray().Select(static comment => comment!["body"]!.GetValue<string>()));
            cursor = page.Json["next_cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        Assert.Equal(["0", "1", "2", "3", "4"], texts);
        (await host.GetAsync($"{Thread}?limit=0")).IsProblem(422, ApiCodes.RequestInvalid);
        (await host.GetAsync($"{Thread}?cursor=made-up")).IsProblem(422, ApiCodes.RequestInvalid);
    }
}
