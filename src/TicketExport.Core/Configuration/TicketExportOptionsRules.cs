using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Inbound;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;
using TicketExport.Targets;

namespace TicketExport.Configuration;

/// <summary>Checks the options at start and names every key to set.</summary>
internal sealed class TicketExportOptionsRules(TicketProviderRegistry providers, IHostEnvironment? environment = null) : IValidateOptions<TicketExportOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketExportOptions options)
    {
        var problems = CheckRanges(options)
            .Concat(CheckDeployment(options))
            .Concat(options.ProviderDefaults.Keys.Where(key => providers.Find(key) is null).Select(key => $"{DefaultKeyOf(key, "")[..^1]}: {providers.DescribeMissing(key)}"))
            .Concat(options.Targets.SelectMany(target => CheckTarget(target.Key, target.Value, options)))
            .Concat(InboundKeyRules.Check(options.Targets))
            .Concat(RedactionOptionsCheck.Check(options.Redaction))
            .ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The configuration key of a target's setting.</summary>
    public static string KeyOf(string targetId, string setting) =>
        $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.Targets)}:{targetId}:{setting}";

    /// <summary>The configuration key of a setting that all targets of a provider share.</summary>
    public static string DefaultKeyOf(string providerKey, string setting) =>
        $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.ProviderDefaults)}:{providerKey}:{nameof(ProviderDefaultsOptions.Settings)}:{setting}";

    private static IEnumerable<string> CheckRanges(TicketExportOptions options)
    {
        var max = TimeSpan.FromDays(7);
        return new[]
        {
            CheckRange(nameof(options.LeaseDuration), options.LeaseDuration, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            CheckRange(nameof(options.RetryBaseDelay), options.RetryBaseDelay, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            CheckRange(nameof(options.RetryMaxDelay), options.RetryMaxDelay, options.RetryBaseDelay < max ? options.RetryBaseDelay : max, max),
            CheckRange(nameof(options.StatusFreshness), options.StatusFreshness, TimeSpan.FromMinutes(1), max),
            CheckRange(nameof(options.MaxAttempts), options.MaxAttempts, 1, 100),
            options.MaxRetryAge is { } age ? CheckRange(nameof(options.MaxRetryAge), age, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)) : null,
            options.DisableTargetAfter is { } failing ? CheckRange(nameof(options.DisableTargetAfter), failing, TimeSpan.FromHours(1), TimeSpan.FromDays(365)) : null,
            CheckRange(nameof(options.FallbackAfterRateLimits), options.FallbackAfterRateLimits, 1, 1_000),
            CheckRange(nameof(options.FallbackAfterWait), options.FallbackAfterWait, TimeSpan.FromMinutes(1), max),
        }.OfType<string>();
    }

    private static string? CheckRange<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0 ? null : $"{TicketExportOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";

    private static IEnumerable<string> CheckDeployment(TicketExportOptions options)
    {
        if (options.DeploymentMode == DeploymentMode.Unknown || !Enum.IsDefined(options.DeploymentMode))
        {
            yield return $"{TicketExportOptions.SectionName}:{nameof(options.DeploymentMode)} is not a mode. Set it to Cloud, SelfHosted or WebhookOnly.";
        }

        foreach (var problem in HostLinkRules.Check(options.Links))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> CheckTarget(string id, TicketTargetOptions target, TicketExportOptions options)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > Contract.ContractLimits.IdLength)
        {
            return [$"A target id has 1 to {Contract.ContractLimits.IdLength} characters. Rename {KeyOf(id, "")}"];
        }

        // Flat keys leave a target gated instead of stopping the host: each call to it says which keys to set.
        if (target.Keyed is not null)
        {
            return CheckSettings(id, target);
        }

        if (string.IsNullOrWhiteSpace(target.Provider))
        {
            return [$"{KeyOf(id, nameof(target.Provider))} is missing. Set it to the key of a provider, such as 'webhook' or 'mock'."];
        }

        if (providers.Find(target.Provider) is not { } provider)
        {
            return [$"{KeyOf(id, nameof(target.Provider))}: {providers.DescribeMissing(target.Provider)}"];
        }

        var problems = CheckSettings(id, target).Concat(CheckMapping(id, target, provider, options));
        return ModeRules.FindProblem(provider.Sheet, options, environment?.IsProduction() == true) is { } problem
            ? problems.Prepend($"{KeyOf(id, nameof(target.Provider))}: {problem}")
            : problems;
    }

    private static IEnumerable<string> CheckSettings(string id, TicketTargetOptions options)
    {
        if (!string.IsNullOrEmpty(options.BaseUrl) && !Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out _))
        {
            yield return $"{KeyOf(id, nameof(options.BaseUrl))} is not an absolute address. Set it to one such as https://tracker.example.test.";
        }

        if (options.MaxPerMinute is < 1 or > 60_000)
        {
            yield return $"{KeyOf(id, nameof(options.MaxPerMinute))} is {options.MaxPerMinute}; set it between 1 and 60000, or remove it.";
        }

        if (!Enum.IsDefined(options.LinkScope))
        {
            yield return $"{KeyOf(id, nameof(options.LinkScope))} is not a link scope. Set it to PerSource or PerTarget.";
        }

        if (options.RequiredFields.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{KeyOf(id, nameof(options.RequiredFields))} holds an empty name. Remove it, or set it to the name of a field, such as board.";
        }
    }

    private static IEnumerable<string> CheckMapping(string id, TicketTargetOptions options, ITicketProvider provider, TicketExportOptions all)
    {
        // An address that cannot be read is told above; the provider would only see that there is none.
        if (!string.IsNullOrEmpty(options.BaseUrl) && !Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out _))
        {
            return [];
        }

        var target = MappingRules.WithDefaults(ConfiguredTargets.ToTarget(id, options), provider.Sheet, all);
        return MappingRules.Check(target, provider, new TicketCredential(options.Credentials), document: null)
            .Where(problem => all.CredentialsFromConfiguration || !IsCredential(problem))
            .Select(problem => $"{KeyOf(id, problem.Setting)}: {problem.Message}");
    }

    private static bool IsCredential(TargetProblem problem) =>
        problem.Setting.StartsWith(nameof(TicketTargetOptions.Credentials), StringComparison.Ordinal);
}
