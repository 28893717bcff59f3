using Microsoft.AspNetCore.Builder;
using TicketExport.Providers.Webhook;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>What a signed test delivery finds out about a receiver.</summary>
public sealed class ReadinessTests
{
    private int _requests;

    [Theory]
    [InlineData(WebhookProfile.Export, true)]
    [InlineData(WebhookProfile.StandardWebhooks, true)]
    [InlineData(WebhookProfile.TicketSync, null)]
    [Trait("Behaviour", "S371")]
    [Trait("Behaviour", "S372")]
    [Trait("Behaviour", "S373")]
    [Trait("Behaviour", "S374")]
    [Trait("Behaviour", "S375")]
    [Trait("Behaviour", "S378")]
    public async Task A_receiver_made_with_the_kit_is_ready_and_does_no_work_for_the_test(WebhookProfile profile, bool? guards)
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, profile);
        await using var host = new SenderHost(kit, server.Address, profile);

        var report = await host.CheckAsync();

        Assert.True(report.IsReady, string.Join('\n', report.Items));
        Assert.Equal(guards, report[WebhookReadinessKey.ReplayGuard].IsMet);
        Assert.All(report.Items.Where(static item => item.Key != WebhookReadinessKey.ReplayGuard), static item => Assert.True(item.IsMet));
        Assert.Empty(kit.Handled);
    }

    [Fact]
    [Trait("Behaviour", "S372")]
    [Trait("Behaviour", "S362")]
    public async Task A_receiver_with_another_secret_is_told_with_the_setting_to_change()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export, static target => target.SigningSecret = Delivery.OtherSecret);

        var report = await host.CheckAsync();

        Assert.False(report.IsReady);
        Assert.Equal((false, "TicketExport:Targets:hook:Credentials:signing_secret"), (report[WebhookReadinessKey.Signing].IsMet, report[WebhookReadinessKey.Signing].Setting));
        Assert.Equal(1, _requests);
    }

    [Fact]
    [Trait("Behaviour", "S374")]
    public async Task A_receiver_that_takes_everything_is_ready_without_a_replay_guard()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export, 200);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export);

        var report = await host.CheckAsync();

        Assert.True(report.IsReady);
        Assert.False(report[WebhookReadinessKey.ReplayGuard].IsMet);
        Assert.Equal(3, _requests);
    }

    [Theory]
    [InlineData(302, WebhookReadinessKey.Endpoint, false)]
    [InlineData(410, WebhookReadinessKey.Endpoint, false)]
    [InlineData(503, WebhookReadinessKey.Endpoint, null)]
    [InlineData(422, WebhookReadinessKey.Schema, false)]
    [Trait("Behaviour", "S371")]
    [Trait("Behaviour", "S373")]
    public async Task A_refusal_is_told_at_the_line_that_it_belongs_to(int status, WebhookReadinessKey key, bool? expected)
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export, status);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export);

        var report = await host.CheckAsync();

        Assert.False(report.IsReady);
        Assert.Equal(expected, report[key].IsMet);
        Assert.Equal(1, _requests);
    }

    [Fact]
    [Trait("Behaviour", "S369")]
    public async Task Nothing_is_sent_to_a_receiver_that_nobody_confirmed()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export, 200);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export, static target => target.OwnershipConfirmed = false);

        var report = await host.CheckAsync();

        Assert.Equal((false, false, "TicketExport:Targets:hook:OwnershipConfirmed"), (report.IsReady, report[WebhookReadinessKey.Endpoint].IsMet, report[WebhookReadinessKey.Endpoint].Setting));
        Assert.Equal(0, _requests);
    }

    [Fact]
    [Trait("Behaviour", "S376")]
    public async Task A_document_that_must_not_leave_is_told_by_field_and_rule_and_never_sent()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export);
        var sample = Delivery.Document("Fix checkout") with { Summary = "Found https://user:hunter2hunter2@shop.example.test/ in the page." };

        var report = await host.CheckAsync(sample);

        Assert.False(report.IsReady);
        Assert.Contains("$.summary", report[WebhookReadinessKey.Payload].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Join('\n', report.Items), StringComparison.Ordinal);
        Assert.True(report[WebhookReadinessKey.Endpoint].IsMet);
    }

    private Task<ReceiverServer> StartAsync(Kit kit, WebhookProfile profile, int? status = null) => ReceiverServer.StartAsync(
        kit,
        app => app.Use((context, next) =>
        {
            Interlocked.Increment(ref _requests);
            if (status is null)
            {
                return next(context);
            }

            context.Response.StatusCode = status.Value;
            return Task.CompletedTask;
        }),
        options =>
        {
            options.Profile = profile;
            options.Secrets.Clear();
            options.Secrets.Add(profile == WebhookProfile.StandardWebhooks ? Delivery.StandardSecret : Delivery.Secret);
        });
}
