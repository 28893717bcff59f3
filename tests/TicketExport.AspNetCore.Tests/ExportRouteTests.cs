using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Tests;

public sealed class ExportRouteTests
{
    private static readonly string Exports = TicketHost.Account("/exports");

    [Fact]
    [Trait("Behaviour", "S13")]
    [Trait("Behaviour", "S14")]
    [Trait("Behaviour", "S16")]
    public async Task A_list_is_read_in_pages_that_new_exports_do_not_shift()
    {
        await using var host = await TicketHost.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            await host.CreateAsync($"{i}");
        }

        var first = await host.GetAsync($"{Exports}?limit=2");
        await host.CreateAsync("6");
        var second = await host.GetAsync($"{Exports}?limit=2&cursor={first.Json["next_cursor"]!.GetValue<string>()}");

        Assert.Equal(["5", "4"], Ids(first));
        Assert.Equal(["3", "2"], Ids(second));
        var export = first.Json["items"]![0]!;
        Assert.Equal(("exported", "exported", "live"), (Text(export, "export_status"), Text(export, "status"), Text(export, "link")));
        Assert.NotEmpty(Text(export, "provider_ticket_id"));
        Assert.NotEmpty(Text(export, "external_issue_id"));
        Assert.NotEmpty(Text(export, "external_ticket_url"));
    }

    [Fact]
    public async Task A_list_that_did_not_change_is_not_sent_again()
    {
        await using var host = await TicketHost.StartAsync();
        await host.CreateAsync("1");

        var first = await host.GetAsync(Exports);
        var same = await host.GetAsync(Exports, TicketHost.Reader, ("If-None-Match", first.Headers["ETag"]));
        await host.CreateAsync("2");
        var changed = await host.GetAsync(Exports, TicketHost.Reader, ("If-None-Match", first.Headers["ETag"]));

        Assert.Equal((304, ""), (same.Status, same.Text));
        Assert.Equal(first.Headers["ETag"], same.Headers["ETag"]);
        Assert.Equal((200, 2), (changed.Status, Ids(changed).Length));
        Assert.Contains("private", first.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=exported", 2)]
    [InlineData("status=failed,blocked", 1)]
    [InlineData("status=retry_scheduled", 0)]
    [InlineData("source_type=fix_task", 1)]
    [InlineData("target=default", 3)]
    [InlineData("target=another", 0)]
    [InlineData("created_before=2000-01-01", 0)]
    [InlineData("created_from=2000-01-01T00:00:00Z", 3)]
    public async Task A_list_can_be_filtered(string query, int count)
    {
        await using var host = await TicketHost.StartAsync();
        await host.CreateAsync("1");
        await host.PostAsync(TicketHost.Account("/fix-tasks/2/ticket"));
        host.Tracker.AnswerNext(422, "{}");
        await host.PostAsync(TicketHost.Source("3", "/ticket"));

        Assert.Equal(count, Ids(await host.GetAsync($"{Exports}?{query}")).Length);
    }

    [Theory]
    [InlineData("status=done")]
    [InlineData("status=unknown")]
    [InlineData("limit=501")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("cursor=made-up")]
    [InlineData("created_from=yesterday")]
    [InlineData("target=%00")]
    public async Task A_filter_that_cannot_be_used_is_named(string query)
    {
        await using var host = await TicketHost.StartAsync();

        var answer = (await host.GetAsync($"{Exports}?{query}")).IsProblem(422, ApiCodes.RequestInvalid);

        Assert.Equal($"?{query[..query.IndexOf('=', StringComparison.Ordinal)]}", answer.Json["fields"]![0]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_export_is_shown_with_all_its_attempts_and_tried_again_when_somebody_says_so()
    {
        await using var host = await TicketHost.StartAsync();
        host.Tracker.AnswerNext(422, "{}");
        var refused = await host.PostAsync(TicketHost.Source("3", "/ticket"));
        var id = refused.Json["ticket_export_id"]!.GetValue<string>();

        var failed = await host.GetAsync($"{Exports}/{id}");
        var retried = await host.PostAsync($"{Exports}/{id}/retry", json: """{"reason":"The board has the field now."}""");
        (await host.PostAsync($"{Exports}/{id}/confirm-absent")).IsProblem(409, ApiCodes.Refused);

        Assert.Equal("failed", Text(failed.Json["export"]!, "export_status"));
        Assert.Equal("rejected", Text(Assert.Single(failed.Json["attempts"]!.AsArray())!, "state"));
        Assert.Equal((202, "approved"), (retried.Status, Text(retried.Json, "export_status")));
        var audit = await host.Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), CancellationToken.None);
        Assert.Contains(audit.Items, static row => row.By is { Actor: "otto", Reason: "The board has the field now." });
    }

    [Fact]
    public async Task A_link_gets_another_ticket_from_somebody_who_names_one()
    {
        await using var host = await TicketHost.StartAsync();
        var id = (await host.CreateAsync("1"))["ticket_export_id"]!.GetValue<string>();

        var relinked = await host.PostAsync($"{Exports}/{id}/relink", json: """{"external_id":"900","external_key":"TCK-900","external_url":"https://tracker.example.test/TCK-900"}""");

        Assert.Equal((200, "900", "TCK-900", "https://tracker.example.test/TCK-900"), (relinked.Status, Text(relinked.Json, "external_id"), Text(relinked.Json, "external_key"), Text(relinked.Json, "external_url")));
        Assert.Equal("900", Text((await host.GetAsync(TicketHost.Source("1", "/ticket"))).Json, "external_id"));
    }

    [Theory]
    [InlineData("{}", "$.external_id")]
    [InlineData("""{"external_id":"9","external_url":"javascript:alert(1)"}""", "$.external_url")]
    [InlineData("""{"external_id":"9","external_url":"https://ann:pw@tracker.example.test/"}""", "$.external_url")]
    [InlineData("""{"external_id":"9","external_key":"a\nb"}""", "$.external_key")]
    [InlineData("""{"external_id":"9","reason":"a\u0007"}""", "$.reason")]
    public async Task A_ticket_that_cannot_be_linked_is_named_by_field(string body, string path)
    {
        await using var host = await TicketHost.StartAsync();
        var id = (await host.CreateAsync("1"))["ticket_export_id"]!.GetValue<string>();

        var answer = (await host.PostAsync($"{Exports}/{id}/relink", json: body)).IsProblem(422, ApiCodes.RequestInvalid);

        Assert.Equal(path, answer.Json["fields"]![0]!["path"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Behaviour", "S17")]
    [Trait("Behaviour", "S26")]
    [Trait("Behaviour", "S34")]
    public async Task A_sync_brings_the_trackers_status_and_when_it_was_read()
    {
        await using var host = await TicketHost.StartAsync();
        var link = await host.CreateAsync("1");
        host.Tracker.CloseTicket(host.Tracker.Tickets[0].Key);

        var synced = await host.PostAsync($"{Exports}/{Text(link, "ticket_export_id")}/sync");

        Assert.Equal((200, "done", "fresh"), (synced.Status, Text(synced.Json, "provider_status"), Text(synced.Json, "status_sync_status")));
        Assert.NotEmpty(Text(synced.Json, "raw_status"));
        Assert.NotNull(synced.Json["last_synced_at"]);
    }

    private static string[] Ids(Answer answer) => [.. answer.Json["items"]!.AsArray().Select(static export => Text(export!, "source_id"))];

    private static string Text(System.Text.Json.Nodes.JsonNode node, string name) => node[name]!.GetValue<string>();
}
