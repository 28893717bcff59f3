using TicketExport.Providers.GitHub.Internal;
using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubAppTests
{
    [Fact]
    public async Task An_app_asks_for_one_token_and_uses_it_until_shortly_before_its_end()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);

        await scene.CreatedAsync("1");
        scene.Time.Advance(TimeSpan.FromMinutes(54));
        await scene.CreatedAsync("2");
        Assert.Equal(1, scene.Server.TokensGiven);

        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await scene.CreatedAsync("3");
        Assert.Equal((2, 3), (scene.Server.TokensGiven, scene.Server.Tickets.Length));
    }

    [Fact]
    public async Task An_app_asks_for_no_more_rights_than_tickets_need()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        await scene.CreatedAsync();

        var asked = scene.Server.Exchanges[0].Request;

        Assert.EndsWith("/access_tokens", asked.Path, StringComparison.Ordinal);
        Assert.Equal("""{"permissions":{"issues":"write","metadata":"read"}}""", System.Text.Encoding.UTF8.GetString(asked.Body.Span));
    }

    [Fact]
    public async Task A_token_that_ended_early_is_renewed_once_for_a_read()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        var ticket = await scene.CreatedAsync();
        scene.Server.EndAppTokens();

        Assert.IsType<ReadOutcome.Read>(await scene.ReadAsync(ticket));
        Assert.Equal(2, scene.Server.TokensGiven);
    }

    [Fact]
    public async Task A_read_that_is_refused_with_a_new_token_too_is_not_tried_a_third_time()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        var ticket = await scene.CreatedAsync();
        scene.Server.EndAppTokens();
        scene.Server.RejectNext(401, "Bad credentials", FakeTrackerCallKind.Read);
        scene.Server.RejectNext(401, "Bad credentials", FakeTrackerCallKind.Read);

        var fault = Assert.IsType<ReadOutcome.Failed>(await scene.ReadAsync(ticket)).Fault;

        Assert.Equal((FailureReason.Authentication, "Credentials:private_key"), (fault.Reason, fault.Setting));
        Assert.Equal((2, 2), (scene.Server.TokensGiven, scene.Server.CallsOf(FakeTrackerCallKind.Read)));
    }

    [Fact]
    public async Task A_create_that_met_an_ended_token_is_not_sent_and_the_next_try_has_a_new_one()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        await scene.CreatedAsync("1");
        scene.Server.EndAppTokens();

        Assert.IsType<CreateOutcome.NotSent>(await scene.Export.CreateAsync("1"));
        Assert.Single(scene.Server.Tickets);
        await scene.CreatedAsync("2");
        Assert.Equal((2, 2), (scene.Server.TokensGiven, scene.Server.Tickets.Length));
    }

    [Fact]
    public async Task A_key_of_another_app_is_refused_and_named()
    {
        await using var other = await FakeGitHub.StartAsync();
        await using var scene = await GitHubScene.StartAsync(target => target.PrivateKey = other.PrivateKey, asApp: true);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.Authentication, "Credentials:private_key", 401), (fault.Reason, fault.Setting, fault.ResponseCode));
        Assert.Equal(0, scene.Server.CreateCalls);
    }

    [Fact]
    public async Task An_installation_that_is_not_there_is_refused_and_named()
    {
        await using var scene = await GitHubScene.StartAsync(static target => target.InstallationId = 1, asApp: true);

        Assert.Equal("Settings:installation_id", Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault.Setting);
        Assert.Equal("Settings:installation_id", Assert.IsType<TargetCheckOutcome.Refused>(await scene.CheckAsync()).Fault.Setting);
    }

    [Theory]
    [InlineData(500, "oops", "text/plain", typeof(CreateOutcome.NotSent))]
    [InlineData(200, "<!doctype html>", "text/html", typeof(CreateOutcome.Rejected))]
    [InlineData(201, "{}", "application/json", typeof(CreateOutcome.NotSent))]
    [InlineData(422, "{}", "application/json", typeof(CreateOutcome.Rejected))]
    public async Task Without_a_token_nothing_is_created(int status, string body, string contentType, Type outcome)
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        scene.Server.RefuseNext(FakeHttpReply.Text(status, body, contentType), FakeTrackerCallKind.Metadata);

        Assert.IsType(outcome, await scene.Export.CreateAsync());
        Assert.Equal(0, scene.Server.CreateCalls);
    }

    [Fact]
    public async Task A_check_names_the_app_as_GitHub_does()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);

        Assert.Equal("ticket-app[bot]", Assert.IsType<TargetCheckOutcome.Connected>(await scene.CheckAsync()).Identity);
    }

    [Fact]
    public async Task A_ticket_of_an_app_is_found_by_its_name_where_the_label_is_gone()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        var ticket = await scene.CreatedAsync();
        scene.Server.RemoveLabel(ticket.ProviderTicketId, GitHubDefaults.MarkerLabel);

        Assert.Equal(ticket, Assert.Single(Assert.IsType<FindOutcome.Found>(await scene.Export.FindAsync()).Tickets));
        Assert.Equal("ticket-app[bot]", scene.Server.Exchanges[^1].Request.Query["creator"]);
    }

    [Fact]
    public async Task Neither_key_nor_token_gets_into_a_log_or_a_text()
    {
        await using var scene = await GitHubScene.StartAsync(asApp: true);
        await scene.CreatedAsync();
        var token = scene.Server.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request.Headers["Authorization"]["Bearer ".Length..];

        Assert.DoesNotContain(token, scene.Export.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", scene.Export.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain(token, new Protocol.GitHubTokenResponse { Token = token }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_of_tokens_is_bounded_and_lets_go_of_what_ends_first()
    {
        var cache = new GitHubTokenCache(TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        for (var number = 0; number <= GitHubTokenCache.Capacity; number++)
        {
            cache.Put($"key-{number}", $"token-{number}", now.AddHours(1).AddSeconds(number));
        }

        Assert.False(cache.TryGet("key-0", out _));
        Assert.True(cache.TryGet("key-1", out var token));
        Assert.Equal("token-1", token);
    }

    [Fact]
    public void A_newer_token_is_not_forgotten_for_an_older_one()
    {
        var cache = new GitHubTokenCache(TimeProvider.System);
        cache.Put("key", "newer", TimeProvider.System.GetUtcNow().AddHours(1));

        cache.Forget("key", "older");
        Assert.True(cache.TryGet("key", out _));
        cache.Forget("key", "newer");
        Assert.False(cache.TryGet("key", out _));
    }
}
