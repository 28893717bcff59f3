using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Inbound;

namespace TicketExport.Core.Tests.Inbound;

public sealed class SourceStatusTests
{
    private static readonly Action<TicketTargetOptions> Submitted = static target => target.Settings["inbound_status.submitted"] = "pbc_submitted";

    [Theory]
    [InlineData(InboundHarness.Told, "T-1")]
    [InlineData(InboundHarness.Mock, "mock-TCK-1")]
    [Trait("Behaviour", "S245")]
    public async Task A_status_that_the_target_allows_reaches_the_hosts_own_item_in_the_hosts_words(string target, string ticket)
    {
        await using var host = Host(new Handler(), target);
        var created = await host.CreateAsync(target: target);

        var result = await host.ReceiveAsync($$"""{"external_id":"{{ticket}}","status":"submitted"}""", target: target);

        Assert.Equal((InboundAnswer.Taken, true), (result.Answer, result.AppliedStatus));
        var change = Assert.Single(((Handler)host.Service<ISourceStatusHandler>()).Changes);
        Assert.Equal(("acme", created.ExportId, "pbc_submitted", "submitted", new SourceKey("report_issue", "1")), (change.AccountId, change.ExportId, change.Status, change.RawStatus, change.Source));
    }

    [Fact]
    [Trait("Fault", "F134")]
    public async Task A_status_that_it_does_not_allow_is_kept_and_asked_of_nobody()
    {
        await using var host = Host(new Handler());
        await host.CreateAsync();

        var result = await host.ReceiveAsync("""{"external_id":"T-1","status":"verified_fixed"}""");

        Assert.Equal((InboundAnswer.Taken, "status_not_mapped"), (result.Answer, result.Reason));
        Assert.Empty(((Handler)host.Service<ISourceStatusHandler>()).Changes);
    }

    [Fact]
    public async Task A_status_that_the_host_does_not_take_is_told()
    {
        await using var host = Host(new Handler { Answer = false });
        await host.CreateAsync();

        var result = await host.ReceiveAsync("""{"external_id":"T-1","status":"submitted"}""");

        Assert.Equal("status_not_taken", result.Reason);
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_host_that_throws_gets_the_delivery_again()
    {
        var handler = new Handler { Throws = true };
        await using var host = Host(handler);
        await host.CreateAsync();
        const string Body = """{"external_id":"T-1","status":"submitted","delivery_id":"d-1"}""";

        await Assert.ThrowsAsync<TicketExportException>(() => host.ReceiveAsync(Body));
        handler.Throws = false;

        Assert.Equal((InboundAnswer.Taken, true), ((await host.ReceiveAsync(Body)).Answer, (await host.ReceiveAsync(Body)).Answer == InboundAnswer.Repeated));
        Assert.Single(handler.Changes);
    }

    private static InboundHarness Host(Handler handler, string target = InboundHarness.Told) => new(builder =>
    {
        builder.AddTarget(target, Submitted).UseSourceStatuses<Handler>();
        builder.Services.AddSingleton<ISourceStatusHandler>(handler);
    });

    private sealed class Handler : ISourceStatusHandler
    {
        public ConcurrentQueue<SourceStatusChange> Changes { get; } = new();

        public bool Answer { get; init; } = true;

        public bool Throws { get; set; }

        public Task<bool> ApplyAsync(SourceStatusChange change, CancellationToken cancellationToken)
        {
            if (Throws)
            {
                throw new InvalidOperationException("The host's store is down.");
            }

            Changes.Enqueue(change);
            return Task.FromResult(Answer);
        }
    }
}
