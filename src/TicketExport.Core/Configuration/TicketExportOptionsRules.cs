using Microsoft.Extensions.Options;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;

namespace TicketExport.Configuration;

/// <summary>Checks the options at start and names every key to set.</summary>
internal sealed class TicketExportOptionsRules(TicketProviderRegistry providers) : IValidateOptions<TicketExportOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketExportOptions options)
    {
        var problems = CheckRanges(options)
            .Concat(options.Targets.SelectMany(target => CheckTarget(target.Key, target.Value, options.CredentialsFromConfiguration)))
            .Concat(RedactionOptionsCheck.Check(options.Redaction))
            .ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The configuration key of a target's setting.</summary>
    public static string KeyOf(string targetId, string setting) =>
        $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.Targets)}:{targetId}:{setting}";

    private static IEnumerable<string> CheckRanges(TicketExportOptions options)
    {
        var max = TimeSpan.FromDays(7);
        return new[]
        {
            CheckRange(nameof(options.LeaseDuration), options.LeaseDuration, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            CheckRange(nameof(options.RetryBaseDelay), options.RetryBaseDelay, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            CheckRange(nameof(options.RetryMaxDelay), options.RetryMaxDelay, options.RetryBaseDelay < max ? options.RetryBaseDelay : max, max),
            CheckRange(nameof(options.MaxAttempts), options.MaxAttempts, 1, 100),
            options.MaxRetryAge is { } age ? CheckRange(nameof(options.MaxRetryAge), age, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)) : null,
            CheckRange(nameof(options.FallbackAfterRateLimits), options.FallbackAfterRateLimits, 1, 1_000),
            CheckRange(nameof(options.FallbackAfterWait), options.FallbackAfterWait, TimeSpan.FromMinutes(1), max),
        }.OfType<string>();
    }

    private static string? CheckRange<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0 ? null : $"{TicketExportOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";

    private IEnumerable<string> CheckTarget(string id, TicketTargetOptions options, bool checkCredentials)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > Contract.ContractLimits.IdLength)
        {
            return [$"A target id has 1 to {Contract.ContractLimits.IdLength} characters. Rename {KeyOf(id, "")}"];
        }

        if (string.IsNullOrWhiteSpace(options.Provider))
        {
            return [$"{KeyOf(id, nameof(options.Provider))} is missing. Set it to the key of a provider, such as 'webhook' or 'mock'."];
        }

        if (providers.Find(options.Provider) is not { } provider)
        {
            return [$"{KeyOf(id, nameof(options.Provider))}: {providers.DescribeMissing(options.Provider)}"];
        }

        return CheckSettings(id, options, provider, checkCredentials);
    }

    private static IEnumerable<string> CheckSettings(string id, TicketTargetOptions options, ITicketProvider provider, bool checkCredentials)
    {
        if (!string.IsNullOrEmpty(options.BaseUrl) && !Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out _))
        {
            yield return $"{KeyOf(id, nameof(options.BaseUrl))} is not an absolute address. Set it to one such as https://tracker.example.test.";
            yield break;
        }

        if (options.MaxPerMinute is < 1 or > 60_000)
        {
            yield return $"{KeyOf(id, nameof(options.MaxPerMinute))} is {options.MaxPerMinute}; set it between 1 and 60000, or remove it.";
        }

        if (!Enum.IsDefined(options.LinkScope))
        {
            yield return $"{KeyOf(id, nameof(options.LinkScope))} is not a link scope. Set it to PerSource or PerTarget.";
        }

        if (options.RecreateWhenAbsent && provider.Sheet.Guarantee == GuaranteeClass.NoLookup)
        {
            yield return $"{KeyOf(id, nameof(options.RecreateWhenAbsent))} is set, and provider '{provider.Sheet.Key}' cannot look tickets up. Remove the key.";
        }

        if (provider is ITargetRules rules)
        {
            var problems = rules.Check(ConfiguredTargets.ToTarget(id, options), new TicketCredential(options.Credentials));
            foreach (var problem in problems.Where(problem => checkCredentials || !IsCredential(problem)))
            {
                yield return $"{KeyOf(id, problem.Setting)}: {problem.Message}";
            }
        }
    }

    private static bool IsCredential(TargetProblem problem) =>
        problem.Setting.StartsWith(nameof(TicketTargetOptions.Credentials), StringComparison.Ordinal);
}
