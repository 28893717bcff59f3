using System.Globalization;
using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>What options may be. No message holds a secret.</summary>
internal sealed class WebhookReceiverOptionsRules : IValidateOptions<WebhookReceiverOptions>
{
    public const int MaximumSecrets = 5;

    private const int MinimumBodyBytes = 1024;

    public ValidateOptionsResult Validate(string? name, WebhookReceiverOptions options)
    {
        var problems = Find(options).Select(problem => $"Receiver '{(string.IsNullOrEmpty(name) ? WebhookReceiverDefaults.Name : name)}': {problem}").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IEnumerable<string> Find(WebhookReceiverOptions options)
    {
        if (options.Profile is not (WebhookProfile.Export or WebhookProfile.TicketSync or WebhookProfile.StandardWebhooks))
        {
            return ["Profile must be Export, TicketSync or StandardWebhooks."];
        }

        return
        [
            .. FindSecrets(options),
            .. FindPrefix(options.HeaderPrefix),
            .. FindSpan(nameof(options.Tolerance), options.Tolerance, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            .. FindSpan(nameof(options.NonceLifetime), options.NonceLifetime, 2 * Clamp(options.Tolerance), TimeSpan.FromDays(1)),
            .. FindSpan(nameof(options.AnswerLifetime), options.AnswerLifetime, TimeSpan.FromHours(1), TimeSpan.FromDays(3650)),
            .. FindSpan(nameof(options.HandlerTimeout), options.HandlerTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            .. options.MaxBodyBytes is >= MinimumBodyBytes and <= ContractLimits.JsonBytes
                ? Array.Empty<string>()
                : [string.Create(CultureInfo.InvariantCulture, $"MaxBodyBytes is {options.MaxBodyBytes}; set it to {MinimumBodyBytes} to {ContractLimits.JsonBytes}.")],
        ];
    }

    public static bool IsUsable(IWebhookProfile profile, string? text)
    {
        try
        {
            return text is not null && profile.ReadSecret(text).ByteCount >= WebhookSecret.MinimumBytes;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> FindSecrets(WebhookReceiverOptions options)
    {
        if (options.Secrets.Count > MaximumSecrets)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Secrets holds {options.Secrets.Count}; {MaximumSecrets} is the most. Retire the oldest.");
        }

        var profile = WebhookProfiles.Get(options.Profile);
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (!IsUsable(profile, options.Secrets[i]))
            {
                var shape = options.Profile == WebhookProfile.StandardWebhooks ? "whsec_ and the base64 of 24 to 64 bytes" : "at least 24 bytes of valid text";
                yield return string.Create(CultureInfo.InvariantCulture, $"Secrets:{i} is unusable; set it to {shape}.");
            }
        }
    }

    private static IEnumerable<string> FindPrefix(string? prefix)
    {
        try
        {
            _ = WebhookHeaders.WithPrefix(prefix ?? "");
            return [];
        }
        catch (ArgumentException exception)
        {
            return [$"HeaderPrefix: {exception.Message}"];
        }
    }

    private static IEnumerable<string> FindSpan(string option, TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{option} is {value:c}; set it to {least:c} to {most:c}.")];

    private static TimeSpan Clamp(TimeSpan tolerance) => tolerance > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : tolerance;
}
