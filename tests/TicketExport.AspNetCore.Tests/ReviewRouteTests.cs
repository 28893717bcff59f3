using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.AspNetCore.Tests;

public sealed class ReviewRouteTests
{
    [Fact]
    [Trait("Behaviour", "S11")]
    public async Task A_review_says_what_stands_against_an_export_and_who_acts_next()
    {
        await using var host = await TicketHost.StartAsync();

        var review = await host.GetAsync(TicketHost.Source("7", "/review"));

        Assert.Equal(("create", "ready"), (review.Json["decision"]!.GetValue<string>(), review.Json["verdict"]!.GetValue<string>()));
        Assert.Equal(["source", "existing_reference", "sync_check", "duplicate_decision", "next_step"], review.Json["steps"]!.AsArray().Select(static step => step!["stage"]!.GetValue<string>()));
        Assert.Equal("approve", review.Json["next_steps"]![0]!.GetValue<string>());
        Assert.Equal(17, review.Json["readiness"]!.AsArray().Count);
        Assert.Empty(host.Tracker.Tickets);
    }

    [Fact]
    public async Task An_approval_leaves_the_sending_to_a_worker_and_a_second_one_is_a_conflict()
    {
        await using var host = await TicketHost.StartAsync();

        var approved = await host.PostAsync(TicketHost.Source("7", "/approve"));
        var again = await host.PostAsync(TicketHost.Source("7", "/approve"));

        Assert.Equal((202, "approved"), (approved.Status, approved.Json["outcome"]!.GetValue<string>()));
        Assert.Equal((409, "refused"), (again.Status, again.Json["outcome"]!.GetValue<string>()));
        Assert.Empty(host.Tracker.Tickets);
        await host.Services.GetRequiredService<Worker.ITicketExportDispatcher>().RunOnceAsync(10);
        Assert.Single(host.Tracker.Tickets);
    }

    [Theory]
    [InlineData("""{"override":["everything"],"reason":"Because."}""", "$.override[0]")]
    [InlineData("""{"override":["sync_fresh",null],"reason":"Because."}""", "$.override[1]")]
    [InlineData("""{"override":["sync_fresh"]}""", "$.reason")]
    public async Task An_override_names_known_items_and_its_reason(string body, string path)
    {
        await using var host = await TicketHost.StartAsync();

        var answer = (await host.PostAsync(TicketHost.Source("7", "/approve"), json: body)).IsProblem(422, ApiCodes.RequestInvalid);

        Assert.Equal(path, answer.Json["fields"]![0]!["path"]!.GetValue<string>());
    }
}
