using System.Collections.Immutable;
using System.Text;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Providers.Webhook;
using TicketExport.Providers.Webhook.Internal;
using TicketExport.Rendering;
using TicketExport.Signing;

namespace TicketExport.Benchmarks;

/// <summary>One usual finding on its way to a webhook: what the provider is given, and what it makes of it.</summary>
internal sealed class WebhookStage
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);

    private const string TextSecret = "benchmark-secret-of-32-bytes-001";
    private const string StandardSecret = "whsec_YmVuY2htYXJrLXNlY3JldC1vZi0zMi1ieXRlcy0wMDE=";

    public WebhookStage(WebhookProfile profile, Uri? receiver = null)
    {
        Profile = profile;
        SecretText = profile == WebhookProfile.StandardWebhooks ? StandardSecret : TextSecret;
        var target = new TicketTarget
        {
            Id = "hook",
            ProviderKey = WebhookDefaults.GenericKey,
            BaseUrl = receiver ?? new Uri("https://hooks.example.test/tickets"),
            Settings = ImmutableDictionary<string, string>.Empty
                .Add(WebhookDefaults.ProfileSetting, WebhookTargetSettings.NameOf(profile))
                .Add(WebhookDefaults.NetworkPolicySetting, (receiver is null ? NetworkPolicy.Public : NetworkPolicy.Loopback).ToString()),
        };
        Request = RequestFor(target, new TicketCredential([new(WebhookTargetSettings.SecretNames[0], SecretText)]));
        Settings = WebhookTargetSettings.Read(target, Request.Credential, out _) ?? throw new InvalidOperationException("The target is not good.");
        Delivery = Write();
        Signed = [.. SignedHead(), .. Delivery.Body];
        Key = Encoding.UTF8.GetBytes(TextSecret);
    }

    public WebhookProfile Profile { get; }

    public string SecretText { get; }

    public CreateTicketRequest Request { get; }

    public WebhookTargetSettings Settings { get; }

    public WebhookDelivery Delivery { get; }

    /// <summary>The bytes that the profile signs, head and body in one.</summary>
    public byte[] Signed { get; }

    public byte[] Key { get; }

    /// <summary>What the provider does before it sends: envelope, body and signature.</summary>
    public WebhookDelivery Write() => Profile switch
    {
        WebhookProfile.TicketSync => TicketSyncDelivery.Create(Request, Settings),
        WebhookProfile.StandardWebhooks => StandardDelivery.Write(Request, Settings, Now),
        _ => ExportDelivery.Write(Request, Settings, Now),
    };

    public string? Header(string name) => Delivery.Headers.FirstOrDefault(header => header.Key == name).Value;

    private byte[] SignedHead() => Profile switch
    {
        WebhookProfile.TicketSync => [],
        WebhookProfile.StandardWebhooks => Encoding.ASCII.GetBytes($"{Header(StandardWebhookSignature.IdHeader)}.{Header(StandardWebhookSignature.TimestampHeader)}."),
        _ => Encoding.ASCII.GetBytes($"{Header(Settings.Headers.Timestamp)}.{Header(Settings.Headers.Nonce)}."),
    };

    private static CreateTicketRequest RequestFor(TicketTarget target, TicketCredential credential)
    {
        var account = new AccountScope { Id = "456", ProjectId = "789" };
        var document = BenchmarkDocuments.Full("1048576");
        return new CreateTicketRequest
        {
            Account = account,
            Target = target,
            Credential = credential,
            Document = document,
            Body = TicketBodyComposer.Compose(document, Now),
            Keys = ExportKeys.Compute(account, document.Source, target, generation: 1),
            Attempt = 1,
        };
    }
}
