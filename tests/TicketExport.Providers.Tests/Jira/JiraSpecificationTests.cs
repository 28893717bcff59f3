using TicketExport.Providers.Tests.Specifications;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraSpecificationTests
{
    private const string Document = "jira-cloud/swagger-v3.v3.json";

    [SpecsFact(Document)]
    public async Task Every_request_and_every_answer_fits_the_published_document()
    {
        await using var jira = await FakeJira.StartAsync(new()
        {
            ClosingNeedsResolution = true,
            Fields = { new("customfield_10010", "Team", "option") { IsRequired = true, Values = ["Red", "Blue"] }, new("customfield_10050", "Key", "string") },
        });
        await using var export = JiraHost.For(jira, static target =>
        {
            target.Settings["field.customfield_10010"] = "Red";
            target.Settings["marker_field"] = "customfield_10050";
            target.Settings["comment_visibility"] = "internal";
            target.Settings["components"] = "Search";
            target.Settings["assignee"] = "5b10a2844c20165700ede21g";
        });

        await export.CheckAsync();
        await export.FindAsync();
        var ticket = await export.CreatedAsync();
        await export.FindAsync();
        await export.ReadAsync(ticket);
        await export.Provider<IUpdateProvider>().UpdateAsync(await export.UpdateRequestAsync(ticket), CancellationToken.None);
        await export.CommentAsync(ticket, "c-1", "First");
        await export.CommentAsync(ticket, "c-1", "First");
        await export.CloseAsync(ticket);
        await export.ReopenAsync(ticket);
        jira.DeleteIssue("PROJ-1");
        await export.ReadAsync(ticket);

        var check = OpenApiCheck.Load(Document);
        Assert.Empty(jira.Exchanges.SelectMany(exchange => check.Check(exchange)));
        Assert.True(
            jira.Exchanges.Select(static exchange => exchange.Kind).ToHashSet().IsSupersetOf(
            [
                FakeTrackerCallKind.Create, FakeTrackerCallKind.Find, FakeTrackerCallKind.Read, FakeTrackerCallKind.Update, FakeTrackerCallKind.Close,
                FakeTrackerCallKind.Reopen, FakeTrackerCallKind.Comment, FakeTrackerCallKind.Identity, FakeTrackerCallKind.Metadata,
            ]),
            "A kind of request was not made.");
    }
}
