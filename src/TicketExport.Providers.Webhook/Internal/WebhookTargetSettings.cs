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
    public static readonly TargetProblem NoEvents = SettingProblem(
        WebhookDefaults.ProfileSetting,
        "The target's profile has no events for tickets that exist. Set it to ticket_sync.");

    public static string SecretSetting => $"Credentials:{SecretNames[0]}";

    public static string NameOf(WebhookProfile profile) => ProfileNames.Single(name => name.Value == profile).Key;

    public static WebhookTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<TargetProblem>();
        CheckProviderKey(target, found);
        var network = ReadPolicy(target, found);
        CheckUrl(target, network, found);
        var headers = ReadHeaders(target, found);
        var profile = ReadProfile(target, found);
        var secrets = ReadSecrets(credential, profile, found);
        found.AddRange(CheckInbound(target, credential));
        problems = found.ToImmutable();
        return problems.IsEmpty ? new(target.BaseUrl!, network, secrets, headers!, profile) : null;
    }

    private static ImmutableArray<TargetProblem> CheckInbound(TicketTarget target, TicketCredential credential)
    {
        var reader = new TargetSettingsReader(target, credential);
        _ = reader.ReadStatuses();
        _ = reader.ReadFlag(WebhookDefaults.StrictInboundSetting);
        return reader.Problems;
    }

    private static void CheckProviderKey(TicketTarget target, ImmutableArray<TargetProblem>.Builder problems)
    {
        if (!WebhookProviderKeys.All.Contains(target.ProviderKey))
        {
            problems.Add(new("Provider", FailureReason.Configuration, $"This provider does not serve the key. Set Provider to one of {string.Join(", ", WebhookProviderKeys.All)}."));
        }
    }

    private static void CheckUrl(TicketTarget target, NetworkPolicy network, ImmutableArray<TargetProblem>.Builder problems)
    {
        if (TargetAddress.FindProblem(target.BaseUrl, network) is { } problem)
        {
            problems.Add(new(
                UrlSetting,
                FailureReason.UnsafeAddress,
                $"The webhook's address cannot be used: {problem}. Set BaseUrl to the receiver's final https address.",
                WebhookErrorCodes.UrlUnsafe));
        }
    }

    private static NetworkPolicy ReadPolicy(TicketTarget target, ImmutableArray<TargetProblem>.Builder problems)
    {
        if (NetworkPolicy.TryParse(target.Settings.GetValueOrDefault(WebhookDefaults.NetworkPolicySetting), out var policy, out var problem))
        {
            return policy;
        }

        problems.Add(SettingProblem(WebhookDefaults.NetworkPolicySetting, problem));
        return NetworkPolicy.Public;
    }

    private static WebhookProfile ReadProfile(TicketTarget target, ImmutableArray<TargetProblem>.Builder problems)
    {
        var text = target.Settings.GetValueOrDefault(WebhookDefaults.ProfileSetting);
        if (string.IsNullOrEmpty(text))
        {
            return WebhookProfile.Export;
        }

        if (ProfileNames.TryGetValue(text, out var profile))
        {
            return profile;
        }

        problems.Add(SettingProblem(WebhookDefaults.ProfileSetting, $"Set it to {string.Join(", ", ProfileNames.Keys.Order(StringComparer.Ordinal))}, or leave it out for export."));
        return WebhookProfile.Export;
    }

    private static WebhookHeaders? ReadHeaders(TicketTarget target, ImmutableArray<TargetProblem>.Builder problems)
    {
        if (target.Settings.GetValueOrDefault(WebhookDefaults.HeaderPrefixSetting) is not { Length: > 0 } prefix)
        {
            return WebhookHeaders.Default;
        }

        try
        {
            return WebhookHeaders.WithPrefix(prefix);
        }
        catch (ArgumentException)
        {
            problems.Add(SettingProblem(
                WebhookDefaults.HeaderPrefixSetting,
                "Set it to 1 to 64 letters, digits and hyphens, such as X-Acme-; X- and webhook- are taken by other profiles."));
            return null;
        }
    }

    // The current secret first. The former one signs beside it where the profile's header holds several signatures.
    private static ImmutableArray<WebhookSecret> ReadSecrets(
        TicketCredential credential,
        WebhookProfile profile,
        ImmutableArray<TargetProblem>.Builder problems)
    {
        var name = SecretNames.FirstOrDefault(name => credential.TryGet(name, out _));
        if (name is null)
        {
            problems.Add(SecretProblem(SecretNames[0], $"There is no secret to sign with: none of {string.Join(", ", SecretNames)} is set."));
            return [];
        }

        string[] names = profile == WebhookProfile.StandardWebhooks && credential.TryGet(FormerSecretName, out _) ? [name, FormerSecretName] : [name];
        return [.. names.Select(one => ReadSecret(credential, one, profile, problems)).OfType<WebhookSecret>()];
    }

    private static WebhookSecret? ReadSecret(
        TicketCredential credential,
        string name,
        WebhookProfile profile,
        ImmutableArray<TargetProblem>.Builder problems)
    {
        _ = credential.TryGet(name, out var text);
        var isStandard = profile == WebhookProfile.StandardWebhooks;
        var secret = ToSecret(text!, isStandard);
        if (secret is not { ByteCount: >= WebhookSecret.MinimumBytes })
        {
            problems.Add(SecretProblem(name, isStandard
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

    private static TargetProblem SettingProblem(string name, string fix) =>
        new($"Settings:{name}", FailureReason.Configuration, $"The value of {name} is not allowed. {fix}");

    private static TargetProblem SecretProblem(string name, string problem) =>
        new(
            $"Credentials:{name}",
            FailureReason.Configuration,
            $"{problem} Set Credentials:{name} to the secret that the receiver shares.",
            WebhookErrorCodes.SecretMissing);
}
