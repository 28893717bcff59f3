using TicketExport.Providers;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    [Fact]
    public async Task A_read_tells_open_in_progress_and_done_apart()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        foreach (var status in new[] { ProviderStatus.Open, ProviderStatus.Done, ProviderStatus.Open })
        {
            Fixture.SetStatus(ticket.ProviderTicketId, status);
            await AssertStatusAsync(ticket, status);
        }
    }

    [Fact]
    public async Task A_read_tells_that_somebody_works_on_a_ticket()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.SetStatus(ticket.ProviderTicketId, ProviderStatus.InProgress);

        await AssertStatusAsync(ticket, ProviderStatus.InProgress);
    }

    [Fact]
    public async Task A_status_that_cannot_be_mapped_is_unknown_and_never_guessed()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.SetStatus(ticket.ProviderTicketId, ProviderStatus.Unknown);

        await AssertStatusAsync(ticket, ProviderStatus.Unknown);
    }

    [Fact]
    public async Task A_read_goes_to_the_ticket_and_not_to_an_index()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        Tracker.IndexLag = TimeSpan.FromDays(365);
        var ticket = await CreatedAsync();

        var read = Assert.IsType<ReadOutcome.Read>(await Host.ReadAsync(ticket)).Ticket;

        Assert.Equal((ticket, 0), (read.Reference, Tracker.FindCalls));
    }

    [Fact]
    public async Task A_deleted_ticket_is_missing()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.Delete(ticket.ProviderTicketId);

        Assert.IsType<ReadOutcome.Missing>(await Host.ReadAsync(ticket));
    }

    [Fact]
    public async Task A_ticket_out_of_reach_is_forbidden_and_not_deleted()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.Forbid(ticket.ProviderTicketId);

        Assert.NotNull(Assert.IsType<ReadOutcome.Forbidden>(await Host.ReadAsync(ticket)).Fault.Setting);
    }

    [Fact]
    public async Task A_moved_ticket_keeps_its_id_and_tells_its_new_name()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        Fixture.Move(ticket.ProviderTicketId);

        var read = Assert.IsType<ReadOutcome.Read>(await Host.ReadAsync(ticket)).Ticket.Reference;

        Assert.Equal(ticket.ProviderTicketId, read.ProviderTicketId);
        Assert.NotEqual((ticket.ExternalIssueId, ticket.Url), (read.ExternalIssueId, read.Url));
    }

    [Fact]
    public async Task A_read_that_fails_never_says_missing()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync();
        foreach (var reply in BadAnswers.Where(static reply => reply.Status is not (403 or 404)))
        {
            Tracker.RefuseNext(reply, FakeTrackerCallKind.Read);
            Assert.NotEmpty(Assert.IsType<ReadOutcome.Failed>(await Host.ReadAsync(ticket)).Fault.Message);
        }

        Tracker.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Read);
        AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<ReadOutcome.Failed>(await Host.ReadAsync(ticket)).Until);
        await Tracker.StopAsync();
        Assert.IsType<ReadOutcome.Failed>(await Host.ReadAsync(ticket));
    }

    [Fact]
    public async Task A_read_of_another_ticket_than_the_asked_one_is_not_believed()
    {
        if (!Requires<IStatusProvider>(out _))
        {
            return;
        }

        var ticket = await CreatedAsync(AdapterDocuments.Of("1"));
        await Host.ReadAsync(await CreatedAsync(AdapterDocuments.Of("2")));
        var other = Tracker.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Read).Reply!;
        Tracker.AnswerNext(other, FakeTrackerCallKind.Read);

        Assert.IsType<ReadOutcome.Failed>(await Host.ReadAsync(ticket));
    }

    [Fact]
    public async Task A_check_names_whom_the_credentials_belong_to_and_changes_nothing()
    {
        if (!Requires<ITargetCheckProvider>(out _))
        {
            return;
        }

        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await Host.CheckAsync());

        Assert.NotEmpty(connected.Identity);
        Assert.DoesNotContain(connected.Places, string.IsNullOrWhiteSpace);
        Assert.Empty(Tracker.Tickets);
        Assert.All(Tracker.Exchanges, static exchange => Assert.True(exchange.Kind is FakeTrackerCallKind.Identity or FakeTrackerCallKind.Metadata, $"{exchange.Kind}"));
    }

    [Fact]
    public async Task A_check_with_a_wrong_secret_is_refused_and_names_it()
    {
        if (!Requires<ITargetCheckProvider>(out _))
        {
            return;
        }

        Host.Targets.EditCredential = _ => new TicketCredential(Host.Secrets().Select(static secret => new KeyValuePair<string, string>(secret.Key, "wrong-one")));

        var fault = Assert.IsType<TargetCheckOutcome.Refused>(await Host.CheckAsync()).Fault;

        Assert.StartsWith("Credentials:", fault.Setting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_fails_and_refuses_nothing()
    {
        if (!Requires<ITargetCheckProvider>(out _))
        {
            return;
        }

        Tracker.RefuseNext(FakeHttpReply.Text(500, "oops", "text/plain"), FakeTrackerCallKind.Identity);
        Assert.IsType<TargetCheckOutcome.Failed>(await Host.CheckAsync());
        Tracker.RateLimitNext(TimeSpan.FromSeconds(90), FakeTrackerCallKind.Identity);
        AssertAbout(TimeSpan.FromSeconds(90), Assert.IsType<TargetCheckOutcome.Failed>(await Host.CheckAsync()).Until);
        await Tracker.StopAsync();
        Assert.IsType<TargetCheckOutcome.Failed>(await Host.CheckAsync());
    }

    [Fact]
    public async Task Discovered_fields_tell_what_is_demanded_and_change_nothing()
    {
        if (!Requires<IFieldDiscoveryProvider>(out _))
        {
            return;
        }

        var fields = Assert.IsType<FieldsOutcome.Found>(await Host.DiscoverAsync()).Fields;

        Assert.NotEmpty(fields);
        Assert.All(fields, static field => Assert.True(field.Key.Length > 0 && field.Name.Length > 0, "A field has no key or no name."));
        Assert.Equal(fields.OrderByDescending(static field => field.IsRequired).Select(static field => field.IsRequired), fields.Select(static field => field.IsRequired));
        Assert.DoesNotContain(fields, static field => field is { IsRequired: true, IsMapped: false });
        Assert.Empty(Tracker.Tickets);
    }

    [Fact]
    public async Task Discovering_fields_tells_refused_and_failed_apart()
    {
        if (!Requires<IFieldDiscoveryProvider>(out _))
        {
            return;
        }

        await Tracker.StopAsync();
        Assert.IsType<FieldsOutcome.Failed>(await Host.DiscoverAsync());
        await Tracker.RestartAsync();
        Host.Targets.EditCredential = _ => new TicketCredential(Host.Secrets().Select(static secret => new KeyValuePair<string, string>(secret.Key, "wrong-one")));
        Assert.IsType<FieldsOutcome.Refused>(await Host.DiscoverAsync());
    }

    private async Task AssertStatusAsync(TicketReference ticket, ProviderStatus status)
    {
        var read = Assert.IsType<ReadOutcome.Read>(await Host.ReadAsync(ticket)).Ticket;
        Assert.Equal((ticket.ProviderTicketId, status), (read.Reference.ProviderTicketId, read.Status));
        Assert.NotEmpty(read.RawStatus);
    }
}
