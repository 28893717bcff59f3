using TicketExport.Http;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    [Fact]
    public async Task A_create_sends_one_create_request_with_the_marker_in_it()
    {
        var keys = (await Host.RequestAsync()).Keys;
        var ticket = await CreatedAsync();

        Assert.Equal(1, Tracker.CreateCalls);
        var exchange = Assert.Single(Tracker.Exchanges, static exchange => exchange.Kind == FakeTrackerCallKind.Create);
        Assert.True(Fixture.CarriesMarker(exchange.Request, keys), "The create request does not hold what the ticket is found by.");
        Assert.Equal(Assert.Single(Tracker.Tickets), Fixture.TicketOf(ticket));
    }

    [Fact]
    public async Task A_created_ticket_is_named_by_id_key_and_address()
    {
        var ticket = await CreatedAsync();

        Assert.True(RemoteText.IsId(ticket.ProviderTicketId), "The ticket's id is not one.");
        Assert.True(RemoteText.IsId(ticket.ExternalIssueId), "The key that people use is missing.");
        Assert.Equal(Assert.Single(Tracker.Tickets).Key, ticket.ExternalIssueId);
        Assert.NotNull(RemoteText.ReadAddress(ticket.Url?.OriginalString));
    }

    [Fact]
    public async Task What_the_document_says_arrives()
    {
        var document = AdapterDocuments.Of();

        var ticket = Fixture.TicketOf(await CreatedAsync(document));

        Assert.Equal(document.Title, ticket.Title);
        Assert.Contains("empty basket", ticket.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_twice_gives_one_ticket()
    {
        var first = await Host.ExportAsync();
        var second = await Host.ExportAsync();

        Assert.Equal((ExportOutcome.Created, ExportOutcome.AlreadyExported), (first.Outcome, second.Outcome));
        Assert.Equal((first.Ticket, 1), (second.Ticket, Tracker.CreateCalls));
    }

    [Fact]
    public async Task Different_documents_give_different_tickets()
    {
        var first = await CreatedAsync(AdapterDocuments.Of("1"));
        var second = await CreatedAsync(AdapterDocuments.Of("2"));

        Assert.NotEqual(first.ProviderTicketId, second.ProviderTicketId);
        Assert.Equal(2, Tracker.Tickets.Length);
    }

    [Fact]
    public async Task Eight_callers_at_once_get_one_ticket()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Host.ExportAsync())));

        Assert.Single(results, static result => result.Outcome == ExportOutcome.Created);
        Assert.Single(Tracker.Tickets);
        Assert.Equal(1, Tracker.CreateCalls);
    }

    [Fact]
    public async Task Twenty_documents_at_once_get_twenty_tickets()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => Host.ExportAsync(AdapterDocuments.Of($"finding-{n}")))));

        Assert.All(results, static result => Assert.Equal(ExportOutcome.Created, result.Outcome));
        Assert.Equal(20, results.Select(static result => result.Ticket!.ProviderTicketId).Distinct().Count());
        Assert.Equal((20, 20), (Tracker.CreateCalls, Tracker.Tickets.Length));
    }

    [Fact]
    public async Task One_provider_serves_two_targets_at_two_trackers_without_mixing_them_up()
    {
        var other = await StartFixtureAsync();
        var host = HostOf(builder =>
        {
            Fixture.AddTarget(builder, AdapterHost.TargetId);
            other.AddTarget(builder, "other");
        });

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() =>
            host.ExportAsync(AdapterDocuments.Of($"finding-{n}"), n % 2 == 0 ? AdapterHost.TargetId : "other"))));

        Assert.All(results, static result => Assert.Equal(ExportOutcome.Created, result.Outcome));
        Assert.Equal((10, 10), (Tracker.Tickets.Length, other.Tracker.Tickets.Length));
        AssertHoldsNone(Tracker, host.Secrets("other").Values.Except(host.Secrets().Values));
        AssertHoldsNone(other.Tracker, host.Secrets().Values.Except(host.Secrets("other").Values));
    }

    private static void AssertHoldsNone(FakeTrackerServer tracker, IEnumerable<string> secrets)
    {
        var said = tracker.Exchanges.SelectMany(static exchange => exchange.Request.Headers.Values).Distinct().ToArray();
        var strange = Assert.IsAssignableFrom<IReadOnlyCollection<string>>(secrets.ToArray());
        Assert.True(strange.Count > 0, "Both targets have the same secrets. Let each fixture make its own, or the fact cannot tell them apart.");
        Assert.All(strange, secret => Assert.DoesNotContain(said, header => Holds(header, secret)));
    }

    private static bool Holds(string header, string secret) =>
        header.Contains(secret, StringComparison.Ordinal)
        || (header.StartsWith("Basic ", StringComparison.Ordinal) && Decoded(header["Basic ".Length..]).Contains(secret, StringComparison.Ordinal));

    private static string Decoded(string basic)
    {
        var bytes = new byte[basic.Length];
        return Convert.TryFromBase64String(basic, bytes, out var length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
