using System.Text.Json;
using TicketExport.Providers.ServiceNow.Internal;
using TicketExport.Testing;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowTicketMapperTests
{
    private const string Group = "287ebd7da9fe198100f92cc8d1d2154e";

    [Fact]
    public async Task A_new_record_is_a_flat_object_of_strings_with_the_marker_in_correlation_id()
    {
        await using var scene = await ServiceNowScene.StartAsync(("assignment_group", Group), ("category", "software"), ("field.contact_type", "monitoring"));
        var marker = (await scene.Export.RequestAsync()).Keys.Marker.Value;

        await scene.CreatedAsync();

        var body = Assert.Single(scene.Server.Exchanges).Request.ReadJson();
        Assert.All(body.EnumerateObject(), static field => Assert.Equal(JsonValueKind.String, field.Value.ValueKind));
        var fields = body.EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value.GetString()!);
        Assert.Equal(
            ["assignment_group", "category", "contact_type", "correlation_display", "correlation_id", "description", "impact", "short_description", "urgency"],
            fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((marker, "TicketExport"), (fields["correlation_id"], fields["correlation_display"]));
        Assert.Equal(("Fix checkout validation state", "2", "1"), (fields["short_description"], fields["impact"], fields["urgency"]));
        Assert.Equal((Group, "software", "monitoring"), (fields["assignment_group"], fields["category"], fields["contact_type"]));
        Assert.EndsWith($"\n{marker}\n", fields["description"], StringComparison.Ordinal);
        Assert.Contains("für alle Kunden", fields["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_says_better_what_a_priority_is_and_a_field_of_its_own_is_the_last_word()
    {
        await using var scene = await ServiceNowScene.StartAsync(("priority.high", "1/2"));
        await using var other = await ServiceNowScene.StartAsync(("priority.high", "1/2"), ("field.urgency", "3"));

        Assert.Equal("2", Assert.Single(await TicketsAsync(scene)).Priority);
        Assert.Equal("3", Assert.Single(await TicketsAsync(other)).Priority);
    }

    [Fact]
    public async Task An_update_leaves_correlation_and_everything_that_people_set_alone()
    {
        await using var scene = await ServiceNowScene.StartAsync(("assignment_group", Group), ("category", "software"));
        var ticket = await scene.CreatedAsync();

        Assert.IsType<ChangeOutcome.Changed>(await scene.UpdateAsync(ticket));

        var sent = scene.Server.Exchanges.Single(static exchange => exchange.Kind == FakeTrackerCallKind.Update).Request.ReadJson();
        Assert.Equal(["description", "impact", "short_description", "urgency"], sent.EnumerateObject().Select(static field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("A newer title", Assert.Single(scene.Server.Tickets).Title);
    }

    [Fact]
    public void The_mark_of_a_comment_is_read_from_its_last_line_alone()
    {
        var mark = Identity.CommentMark.Of("c1");

        Assert.Equal(("Seen again.", mark), ServiceNowTicketMapper.ReadComment($"Seen again.\n\n{mark}\n"));
        Assert.Null(ServiceNowTicketMapper.ReadComment($"{mark}\nquoted").Mark);
        Assert.Null(ServiceNowTicketMapper.ReadComment($"see {mark}").Mark);
        Assert.Null(ServiceNowTicketMapper.ReadComment(mark.ToUpperInvariant()).Mark);
        Assert.Equal(("", mark), ServiceNowTicketMapper.ReadComment(mark));
    }

    private static async Task<IEnumerable<FakeTicket>> TicketsAsync(ServiceNowScene scene)
    {
        await scene.CreatedAsync();
        return scene.Server.Tickets;
    }
}
