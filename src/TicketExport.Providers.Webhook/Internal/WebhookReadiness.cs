using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Redaction;
using TicketExport.Signing;
using TicketExport.Targets;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookReadiness(
    ITicketTargets targets,
    ITicketCredentialSource credentials,
    IRedactionGateSource gates,
    IHttpClientFactory clients,
    TimeProvider time) : IWebhookReadiness
{
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(2);

    private readonly WebhookClient _client = new(clients);

    public async Task<WebhookReadinessReport> CheckAsync(
        AccountScope account,
        string targetId,
        TicketExportDocument? sample = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(targetId);
        var target = await targets.FindAsync(account.Id, targetId, cancellationToken).ConfigureAwait(false);
        if (target is null || !WebhookProviderKeys.All.Contains(target.ProviderKey))
        {
            throw new ArgumentException($"The account has no webhook target '{targetId}'. Add it with AddWebhook(\"{targetId}\", ...), or name one that exists.", nameof(targetId));
        }

        var findings = await FindLeaksAsync(account, sample, cancellationToken).ConfigureAwait(false);
        var credential = await credentials.GetAsync(account.Id, target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
        var settings = WebhookTargetSettings.Read(target, credential, out var problems);
        var ownership = await targets.FindOwnershipAsync(account.Id, targetId, cancellationToken).ConfigureAwait(false);
        if (settings is null || ownership is not { IsConfirmed: true })
        {
            return ReadinessRules.NotSent(settings is null ? problems : [NotConfirmed], findings, KeyOf);
        }

        var delivery = TestDelivery.Write(account, target, settings, time.GetUtcNow());
        var answers = await AskAsync(account, target, settings, delivery, cancellationToken).ConfigureAwait(false);
        return ReadinessRules.Sent(answers, delivery, settings, findings, KeyOf);

        string KeyOf(string setting) => $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.Targets)}:{targetId}:{setting}";
    }

    private static TargetProblem NotConfirmed => new(
        nameof(TicketTarget.OwnershipConfirmed),
        FailureReason.OwnershipUnconfirmed,
        "Nobody confirmed that the receiver is the account's own. Confirm it, or set OwnershipConfirmed to true.");

    private async Task<ImmutableArray<RedactionFinding>> FindLeaksAsync(AccountScope account, TicketExportDocument? sample, CancellationToken cancellationToken) =>
        sample is null ? [] : (await gates.GetAsync(account.Id, cancellationToken).ConfigureAwait(false)).Inspect(sample).Findings;

    // What a receiver must refuse is sent only to one that accepts: elsewhere it would tell nothing.
    private async Task<ReadinessAnswers> AskAsync(
        AccountScope account,
        TicketTarget target,
        WebhookTargetSettings settings,
        WebhookDelivery delivery,
        CancellationToken cancellationToken)
    {
        var answers = new ReadinessAnswers(await DeliverAsync(settings, delivery, cancellationToken).ConfigureAwait(false), null, null);
        if (!answers.IsAccepted || settings.Profile == WebhookProfile.TicketSync)
        {
            return answers;
        }

        var old = TestDelivery.Write(account, target, settings, time.GetUtcNow() - TooOld);
        return answers with
        {
            Repeated = settings.Profile == WebhookProfile.Export ? await DeliverAsync(settings, delivery, cancellationToken).ConfigureAwait(false) : null,
            Old = await DeliverAsync(settings, old, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<TicketHttpResult> DeliverAsync(WebhookTargetSettings settings, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(WebhookDefaults.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var result = await _client.DeliverAsync(settings, delivery, linked.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }
}
