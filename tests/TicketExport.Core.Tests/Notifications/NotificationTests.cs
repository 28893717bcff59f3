using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Notifications;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Notifications;

public sealed class NotificationTests
{
    [Fact]
    [Trait("Fault", "F8")]
    public async Task A_handler_that_throws_is_told_again_with_the_same_id_and_nothing_is_sent_again()
    {
        await using var harness = Harness();
        var handler = harness.Service<Recorder>();
        handler.Throws = 2;
        await harness.ExportAsync();
        var dispatcher = harness.Service<INotificationDispatcher>();

        Assert.Equal(1, await dispatcher.RunOnceAsync(10));
        Assert.Equal(0, await dispatcher.RunOnceAsync(10));
        harness.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1, await dispatcher.RunOnceAsync(10));
        harness.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await dispatcher.RunOnceAsync(10));
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await dispatcher.RunOnceAsync(10));
        harness.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await dispatcher.RunOnceAsync(10));

        Assert.Equal(3, handler.Told.Count);
        Assert.Single(handler.Told.Select(static told => told.NotificationId).Distinct());
        Assert.All(handler.Told, static told => Assert.Equal((ExportStatus.Exported, "KEY-1"), (told.Status, told.Export.Ticket?.ExternalIssueId)));
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_handler_that_hangs_is_given_up_at_its_deadline_and_told_again()
    {
        await using var harness = Harness();
        var handler = harness.Service<Recorder>();
        handler.Hangs = true;
        await harness.ExportAsync();

        var call = harness.Service<INotificationDispatcher>().RunOnceAsync(10);
        await handler.Started.Task;
        harness.Time.Advance(new NotificationOptions().Timeout);

        Assert.Equal(1, await call);
        handler.Hangs = false;
        harness.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1, await harness.Service<INotificationDispatcher>().RunOnceAsync(10));
        Assert.Equal(2, handler.Told.Count);
    }

    [Fact]
    public async Task Waiting_states_are_not_told_and_what_a_person_must_settle_is()
    {
        await using var harness = Harness();
        var handler = harness.Service<Recorder>();
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = GuaranteeClass.NoLookup };
        harness.Provider
            .OnCreate(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)))
            .OnCreate(new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous)))
            .OnFind(new FindOutcome.Absent(Proven: false));

        var retried = await harness.ExportAsync();
        Assert.Equal(0, await harness.Service<INotificationDispatcher>().RunOnceAsync(10));
        harness.Time.SetUtcNow(retried.RetryAt!.Value);
        var unknown = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.DeliveryUnknown, unknown.Outcome);
        Assert.Equal(1, await harness.Service<INotificationDispatcher>().RunOnceAsync(10));
        Assert.Equal(ExportStatus.DeliveryUnknown, Assert.Single(handler.Told).Status);
    }

    [Fact]
    public async Task Without_a_handler_nothing_is_kept()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync();

        Assert.Null(await harness.Service<Ledger.INotificationLedger>().TakeNotificationAsync(TimeSpan.FromSeconds(1), default));
    }

    [Fact]
    public async Task The_worker_hands_over_as_soon_as_the_outcome_is_recorded()
    {
        await using var harness = Harness();
        var handler = harness.Service<Recorder>();
        var worker = Assert.Single(harness.Services.GetServices<IHostedService>().OfType<NotificationWorker>());
        await worker.StartAsync(default);

        await harness.ExportAsync();

        await handler.Started.Task;
        await worker.StopAsync(default);
        Assert.Single(handler.Told);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddNotifications<Recorder>(static options => (options.Timeout, options.RetryBaseDelay) = (TimeSpan.Zero, TimeSpan.FromDays(8)));
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("TicketExport:Notifications:Timeout is 00:00:00; set it between 00:00:01 and 01:00:00", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Notifications:RetryBaseDelay", refused.Message, StringComparison.Ordinal);
    }

    private static ExporterHarness Harness() => new(static builder =>
    {
        builder.Services.AddSingleton<Recorder>();
        builder.AddNotifications<Forwarder>();
    });

    private sealed class Forwarder(Recorder recorder) : IExportNotificationHandler
    {
        public Task HandleAsync(ExportNotification notification, CancellationToken cancellationToken) => recorder.HandleAsync(notification, cancellationToken);
    }

    private sealed class Recorder : IExportNotificationHandler
    {
        public ConcurrentQueue<ExportNotification> Told { get; } = new();

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Throws { get; set; }

        public bool Hangs { get; set; }

        public Task HandleAsync(ExportNotification notification, CancellationToken cancellationToken)
        {
            Told.Enqueue(notification);
            Started.TrySetResult();
            return Throws-- > 0
                ? throw new InvalidOperationException("The host is not ready.")
                : Hangs ? new TaskCompletionSource().Task : Task.CompletedTask;
        }
    }
}
