using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TicketExport.Redaction;

namespace TicketExport.Configuration;

/// <summary>Refuses keys that no option has: a misspelt key would otherwise be ignored in silence.</summary>
internal sealed class ConfigurationKeyRules(IConfigurationSection section) : IValidateOptions<TicketExportOptions>
{
    private static readonly string[] Keys =
    [
        nameof(TicketExportOptions.Targets),
        nameof(TicketExportOptions.ProviderDefaults),
        nameof(TicketExportOptions.DeploymentMode),
        nameof(TicketExportOptions.AllowMock),
        nameof(TicketExportOptions.Links),
        nameof(TicketExportOptions.LeaseDuration),
        nameof(TicketExportOptions.RetryBaseDelay),
        nameof(TicketExportOptions.RetryMaxDelay),
        nameof(TicketExportOptions.StatusFreshness),
        nameof(TicketExportOptions.MaxAttempts),
        nameof(TicketExportOptions.MaxRetryAge),
        nameof(TicketExportOptions.DisableTargetAfter),
        nameof(TicketExportOptions.FallbackAfterRateLimits),
        nameof(TicketExportOptions.FallbackAfterWait),
        nameof(TicketExportOptions.LedgerRestoredAt),
        nameof(TicketExportOptions.RequireDurableLedger),
        nameof(TicketExportOptions.Redaction),
    ];

    private static readonly string[] TargetKeys =
    [
        nameof(TicketTargetOptions.Provider),
        nameof(TicketTargetOptions.Account),
        nameof(TicketTargetOptions.Project),
        nameof(TicketTargetOptions.BaseUrl),
        nameof(TicketTargetOptions.LinkScope),
        nameof(TicketTargetOptions.OnDuplicate),
        nameof(TicketTargetOptions.OnClosedTicket),
        nameof(TicketTargetOptions.MaxPerMinute),
        nameof(TicketTargetOptions.AcceptsEvidence),
        nameof(TicketTargetOptions.OwnershipConfirmed),
        nameof(TicketTargetOptions.RequiredFields),
        nameof(TicketTargetOptions.RecreateWhenAbsent),
        nameof(TicketTargetOptions.InboundKey),
        nameof(TicketTargetOptions.Settings),
        nameof(TicketTargetOptions.Credentials),
    ];

    private static readonly string[] DefaultsKeys = [nameof(ProviderDefaultsOptions.Settings)];

    private static readonly string[] LinkKeys = [nameof(HostLinkOptions.Settings), nameof(HostLinkOptions.Reports)];

    private static readonly string[] RedactionKeys =
    [
        nameof(RedactionOptions.Mode),
        nameof(RedactionOptions.EnabledRules),
        nameof(RedactionOptions.DisabledRules),
        nameof(RedactionOptions.HostRules),
    ];

    private static readonly string[] HostRuleKeys =
    [
        nameof(HostRuleOptions.Pattern),
        nameof(HostRuleOptions.Description),
        nameof(HostRuleOptions.IgnoreCase),
    ];

    public ValidateOptionsResult Validate(string? name, TicketExportOptions options)
    {
        var redaction = section.GetSection(nameof(TicketExportOptions.Redaction));
        var unknown = Unknown(section, Keys, options.AllowsSection)
            .Concat(section.GetSection(nameof(TicketExportOptions.Targets)).GetChildren().SelectMany(static target => Unknown(target, TargetKeys)))
            .Concat(section.GetSection(nameof(TicketExportOptions.ProviderDefaults)).GetChildren().SelectMany(static defaults => Unknown(defaults, DefaultsKeys)))
            .Concat(Unknown(section.GetSection(nameof(TicketExportOptions.Links)), LinkKeys))
            .Concat(Unknown(redaction, RedactionKeys))
            .Concat(redaction.GetSection(nameof(RedactionOptions.HostRules)).GetChildren().SelectMany(static rule => Unknown(rule, HostRuleKeys)))
            .ToArray();
        return unknown.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }

    private static IEnumerable<string> Unknown(IConfigurationSection parent, string[] known, Func<string, bool>? isAllowed = null) => parent
        .GetChildren()
        .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase) && isAllowed?.Invoke(child.Key) != true)
        .Select(child => $"{child.Path} is not a setting of TicketExport. Use one of {string.Join(", ", known)}, or remove the key.");
}
