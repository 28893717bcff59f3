using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Redaction;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Turns what a receiver answered into a report. Pure.</summary>
internal static class ReadinessRules
{
    /// <summary>The report where nothing may be sent.</summary>
    /// <param name="problems">What the target lacks.</param>
    /// <param name="findings">What must not leave the host.</param>
    /// <param name="keyOf">The full key of a target's setting.</param>
    public static WebhookReadinessReport NotSent(
        ImmutableArray<TargetProblem> problems,
        ImmutableArray<RedactionFinding> findings,
        Func<string, string> keyOf)
    {
        const string Unknown = "Nothing was sent, so this is not known.";
        var signing = problems.FirstOrDefault(static problem => problem.Setting.StartsWith("Credentials:", StringComparison.Ordinal));
        var endpoint = problems.FirstOrDefault(problem => problem != signing);
        return new([
            endpoint is null ? new(WebhookReadinessKey.Endpoint, null, Unknown) : new(WebhookReadinessKey.Endpoint, false, endpoint.Message, keyOf(endpoint.Setting)),
            signing is null ? new(WebhookReadinessKey.Signing, null, Unknown) : new(WebhookReadinessKey.Signing, false, signing.Message, keyOf(signing.Setting)),
            new(WebhookReadinessKey.Schema, null, Unknown),
            new(WebhookReadinessKey.ReplayGuard, null, Unknown),
            new(WebhookReadinessKey.Idempotency, null, Unknown),
            Payload(findings),
        ]);
    }

    /// <summary>The report after the deliveries.</summary>
    /// <param name="answers">What the receiver said.</param>
    /// <param name="delivery">The test delivery.</param>
    /// <param name="settings">The target.</param>
    /// <param name="findings">What must not leave the host.</param>
    /// <param name="keyOf">The full key of a target's setting.</param>
    public static WebhookReadinessReport Sent(
        ReadinessAnswers answers,
        WebhookDelivery delivery,
        WebhookTargetSettings settings,
        ImmutableArray<RedactionFinding> findings,
        Func<string, string> keyOf) => new([
            Endpoint(answers, keyOf),
            Signing(answers, keyOf),
            Schema(answers),
            ReplayGuard(answers, settings.Profile),
            Idempotency(delivery, settings),
            Payload(findings),
        ]);

    private static WebhookReadinessItem Endpoint(ReadinessAnswers answers, Func<string, string> keyOf)
    {
        var url = keyOf(WebhookTargetSettings.UrlSetting);
        return answers.Test switch
        {
            TicketHttpResult.Unsent unsent => new(WebhookReadinessKey.Endpoint, false, unsent.Failure.Message, url),
            TicketHttpResult.Unanswered unanswered => new(WebhookReadinessKey.Endpoint, false, unanswered.Failure.Message, url),
            _ => answers.Status switch
            {
                >= 300 and < 400 => new(WebhookReadinessKey.Endpoint, false, "The receiver answered with a redirect, which is never followed. Set the final https address.", url),
                404 or 405 or 410 or 415 => new(WebhookReadinessKey.Endpoint, false, Told(answers, "The address does not take JSON by POST"), url),
                429 or >= 500 => new(WebhookReadinessKey.Endpoint, null, Told(answers, "The receiver could not answer now; check again")),
                _ => new(WebhookReadinessKey.Endpoint, true, Told(answers, "The address takes JSON by POST")),
            },
        };
    }

    private static WebhookReadinessItem Signing(ReadinessAnswers answers, Func<string, string> keyOf) => answers.Status switch
    {
        >= 200 and < 300 => new(WebhookReadinessKey.Signing, true, "The receiver accepted a signed delivery."),
        401 or 403 => new(
            WebhookReadinessKey.Signing,
            false,
            Told(answers, "The receiver refused the signature. Give both sides the same secret, and compare the clocks"),
            keyOf(WebhookTargetSettings.SecretSetting)),
        _ => new(WebhookReadinessKey.Signing, null, "There is a usable secret; whether the receiver has the same is not known."),
    };

    private static WebhookReadinessItem Schema(ReadinessAnswers answers) => answers.Status switch
    {
        >= 200 and < 300 => new(WebhookReadinessKey.Schema, true, "The receiver took the schema version that header and body name."),
        400 or 422 => new(WebhookReadinessKey.Schema, false, Told(answers, "The receiver refused the delivery's content. Let it take this schema version")),
        _ => new(WebhookReadinessKey.Schema, null, "The receiver did not get as far as the schema."),
    };

    private static WebhookReadinessItem ReplayGuard(ReadinessAnswers answers, WebhookProfile profile)
    {
        if (profile == WebhookProfile.TicketSync)
        {
            return new(WebhookReadinessKey.ReplayGuard, null, "This profile has no replay protection; the receiver guards by the ids in the event.");
        }

        if (!answers.IsAccepted)
        {
            return new(WebhookReadinessKey.ReplayGuard, null, "The test delivery was not accepted, so this is not known.");
        }

        if (!ReadinessAnswers.Refuses(answers.Old))
        {
            return new(WebhookReadinessKey.ReplayGuard, false, "The receiver accepted an old timestamp. Let it check the time window.");
        }

        // A message of Standard Webhooks keeps its id over retries, so the same one again is no replay.
        return profile == WebhookProfile.StandardWebhooks || ReadinessAnswers.Refuses(answers.Repeated)
            ? new(WebhookReadinessKey.ReplayGuard, true, "The receiver refused a delivery that was too old or had been seen.")
            : new(WebhookReadinessKey.ReplayGuard, false, "The receiver accepted a nonce twice. Let it remember nonces for twice the time window.");
    }

    private static WebhookReadinessItem Idempotency(WebhookDelivery delivery, WebhookTargetSettings settings)
    {
        using var body = JsonDocument.Parse(delivery.Body);
        var key = body.RootElement.GetProperty("idempotency_key").GetString();
        var isMet = settings.Profile == WebhookProfile.TicketSync || delivery.Headers.Any(header => header.Key == settings.Headers.IdempotencyKey && header.Value == key);
        return new(WebhookReadinessKey.Idempotency, isMet, isMet ? "Each delivery carries the key of its export." : "Header and body carry different keys.");
    }

    private static WebhookReadinessItem Payload(ImmutableArray<RedactionFinding> findings) => findings.IsEmpty
        ? new(WebhookReadinessKey.Payload, true, "Nothing was found that must not leave the host.")
        : new(
            WebhookReadinessKey.Payload,
            false,
            $"The document holds what must not leave the host: {string.Join(", ", findings.Take(20).Select(static finding => $"{finding.Path} ({finding.RuleId})"))}. Remove it.");

    private static string Told(ReadinessAnswers answers, string what) => string.Create(CultureInfo.InvariantCulture, $"{what} (HTTP {answers.Status}).");
}
