using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Providers.Webhook;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class SecrecyTests
{
    private const string Canary = "canary-secret-of-more-than-24-bytes";

    [Fact]
    [Trait("Fault", "F202")]
    public async Task What_is_signed_for_one_endpoint_is_a_forgery_at_another()
    {
        var kit = new Kit();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(kit.Time)
            .AddTicketExportReceiver("east", static options => options.Secrets.Add(Delivery.Secret)).Services
            .AddTicketExportReceiver("west", static options => options.Secrets.Add(Delivery.OtherSecret)).Services
            .BuildServiceProvider();

        foreach (var (endpoint, secret) in new[] { ("east", Delivery.Secret), ("west", Delivery.OtherSecret) })
        {
            var delivery = Delivery.Export(secret: secret);
            var other = endpoint == "east" ? "west" : "east";

            var refused = Assert.IsType<VerificationResult.Refused>(await services.GetRequiredKeyedService<WebhookReceiver>(other).VerifyAsync(delivery.Headers, delivery.Body));

            Assert.Equal(RefusalReason.SignatureMismatch, refused.Reason);
            Assert.IsType<VerificationResult.Verified>(await services.GetRequiredKeyedService<WebhookReceiver>(endpoint).VerifyAsync(delivery.Headers, delivery.Body));
        }
    }

    [Fact]
    [Trait("Fault", "F203")]
    public void Options_and_credentials_that_are_dumped_as_JSON_or_as_text_show_no_secret()
    {
        var host = new TicketExportOptions();
        host.Targets["hook"] = new TicketTargetOptions { Credentials = { ["signing_secret"] = Canary } };
        object[] dumped =
        [
            host,
            host.Targets["hook"],
            new WebhookTargetOptions { SigningSecret = Canary },
            new WebhookReceiverOptions { Secrets = { Canary } },
            new TicketCredential([new("signing_secret", Canary)]),
            WebhookSecret.FromText(Canary),
        ];

        Assert.All(dumped, static value =>
        {
            Assert.DoesNotContain(Canary, JsonSerializer.Serialize(value, value.GetType()), StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, $"{value}", StringComparison.Ordinal);
        });
    }

    // The sender is proven, its words are not: they are values of a log's template and never the template.
    [Fact]
    [Trait("Fault", "F180")]
    public async Task Braces_and_percent_signs_in_a_key_are_logged_as_they_came()
    {
        const string Key = "{0}{Endpoint}{{%s%n${x}";
        var kit = new Kit();
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope(Key)));

        await kit.RefuseAsync(Delivery.Export(Delivery.Envelope(Key, "Changed")), RefusalReason.ContentChanged);

        Assert.Contains(Key, Assert.Single(kit.Log.Entries, static entry => entry.Id == 1091).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F183")]
    public async Task A_signed_archive_is_no_JSON_and_is_not_opened()
    {
        var kit = new Kit();
        var delivery = Delivery.Export();
        using var packed = new MemoryStream();
        await using (var archive = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await archive.CreateEntry("delivery.json").OpenAsync();
            await entry.WriteAsync(delivery.Body);
        }

        delivery.Body = packed.ToArray();

        Assert.Equal(400, (await kit.RefuseAsync(delivery.SignExport(), RefusalReason.NotJson)).Status);
    }
}
