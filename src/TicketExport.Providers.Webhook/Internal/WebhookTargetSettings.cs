using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>A target and its credential, read into what a delivery needs. Reading names every problem at once.</summary>
internal sealed record WebhookTargetSettings(
    Uri Url,
    NetworkPolicy Network,
    ImmutableArray<WebhookSecret> Secrets,
    WebhookHeaders Headers,
    WebhookProfile Profile)
{
    public const string UrlSetting = nameof(TicketTarget.BaseUrl);

    public static readonly ImmutableArray<string> SecretNames = ["signing_secret", "webhook_secret", "secret"];

    public const string FormerSecretName = "previous_signing_secret";

    public static readonly FrozenDictionary<string, WebhookProfile> ProfileNames = new Dictionary<string, WebhookProfile>
    {
        ["export"] = WebhookProfile.Export,
        ["ticket_sync"] = WebhookProfile.TicketSync,
        ["standard_webhooks"] = WebhookProfile.StandardWebhooks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why a target of another profile cannot be told of anything but a wanted ticket.</summary>
    public static readonly TargetProblem NoEvents = new(
        $"Settings:{WebhookDefaults.ProfileSetting}",
        FailureReason.Configuration,
        "The target's profile has no events for tickets that exist. Set it to ticket_sync.");

    public static string SecretSetting => $"Credentials:{SecretNames[0]}";

    public static string NameOf(WebhookProfile profile) => ProfileNames.Single(name => name.Value == profile).Key;

    public static WebhookTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        CheckProviderKey(target, reader);
        var network = reader.ReadNetworkPolicy();
        CheckUrl(target, network, reader);
        var headers = ReadHeaders(reader);
        var profile = reader.ReadChoice(WebhookDefaults.ProfileSetting, ProfileNames, WebhookProfile.Export);
        var secrets = ReadSecrets(reader, profile);
        _ = reader.ReadStatuses();
        _ = reader.ReadFlag(WebhookDefaults.StrictInboundSetting);
        problems = reader.Problems;
        return reader.IsUsable ? new(target.BaseUrl!, network, secrets, headers!, profile) : null;
    }

    private static void CheckProviderKey(TicketTarget target, TargetSettingsReader reader)
    {
        if (!WebhookProviderKeys.All.Contains(target.ProviderKey))
        {
            reader.Add(new("Provider", FailureReason.Configuration, $"This provider does not serve the key. Set Provider to one of {string.Join(", ", WebhookProviderKeys.All)}."));
        }
    }

    // Not the reader's: a receiver's address may have a query, and has a code of its own.
    private static void CheckUrl(TicketTarget target, NetworkPolicy network, TargetSettingsReader reader)
    {
        if (TargetAddress.FindProblem(target.BaseUrl, network) is { } problem)
        {
            reader.Add(new(
                UrlSetting,
                FailureReason.UnsafeAddress,
                $"The webhook's address cannot be used: {problem}. Set BaseUrl to the receiver's final https address.",
                WebhookErrorCodes.UrlUnsafe));
        }
    }

    private static WebhookHeaders? ReadHeaders(TargetSettingsReader reader)
    {
        if (reader.ReadText(WebhookDefaults.HeaderPrefixSetting) is not { } prefix)
        {
            return WebhookHeaders.Default;
        }

        try
        {
            return WebhookHeaders.WithPrefix(prefix);
        }
        catch (ArgumentException)
        {
            reader.AddSetting(
                WebhookDefaults.HeaderPrefixSetting,
                "Set it to 1 to 64 letters, digits and hyphens, such as X-Acme-; X- and webhook- are taken by other profiles.");
            return null;
        }
    }

    // The current secret first. The former one signs beside it where the profile's header holds several signatures.
    private static ImmutableArray<WebhookSecret> ReadSecrets(TargetSettingsReader reader, WebhookProfile profile)
    {
        var name = SecretNames.FirstOrDefault(name => reader.ReadSecret(name) is not null);
        if (name is null)
        {
            reader.Add(SecretProblem(SecretNames[0], $"There is no secret to sign with: none of {string.Join(", ", SecretNames)} is set."));
            return [];
        }

        string[] names = profile == WebhookProfile.StandardWebhooks && reader.ReadSecret(FormerSecretName) is not null ? [name, FormerSecretName] : [name];
        return [.. names.Select(one => ReadSecret(reader, one, profile)).OfType<WebhookSecret>()];
    }

    private static WebhookSecret? ReadSecret(TargetSettingsReader reader, string name, WebhookProfile profile)
    {
        var isStandard = profile == WebhookProfile.StandardWebhooks;
        var secret = ToSecret(reader.ReadSecret(name)!, isStandard);
        if (secret is not { ByteCount: >= WebhookSecret.MinimumBytes })
        {
            reader.Add(SecretProblem(name, isStandard
                ? $"The secret is unusable: this profile needs {WebhookSecret.StandardWebhooksPrefix} and the base64 of {WebhookSecret.MinimumBytes} to {WebhookSecret.StandardWebhooksMaximumBytes} bytes."
                : $"The secret is unusable: it needs at least {WebhookSecret.MinimumBytes} bytes of valid text."));
        }

        return secret;
    }

    public static WebhookSecret? ToSecret(string text, bool isStandard)
    {
        try
        {
            return isStandard ? WebhookSecret.FromStandardWebhooks(text) : WebhookSecret.FromText(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TargetProblem SecretProblem(string name, string problem) =>
        new(
            $"Credentials:{name}",
            FailureReason.Configuration,
            $"{problem} Set Credentials:{name} to the secret that the receiver shares.",
            WebhookErrorCodes.SecretMissing);
}
