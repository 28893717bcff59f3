using System.Collections.Immutable;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules
{
    private readonly WebhookClient _client = new(clients);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = WebhookDefaults.Key,
        DisplayName = "Webhook",
        Aliases = [WebhookDefaults.GenericKey, WebhookDefaults.ZapierKey, WebhookDefaults.MakeKey, WebhookDefaults.N8nKey],
        Guarantee = GuaranteeClass.NativeIdempotency,
        Timeout = WebhookDefaults.Timeout,
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = WebhookTargetSettings.Read(target, credential, out var problems);
        return problems;
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        if (WebhookTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new CreateOutcome.Rejected(ToFault(problems[0]));
        }

        var delivery = settings.Profile switch
        {
            WebhookProfile.TicketSync => TicketSyncDelivery.Create(request, settings),
            WebhookProfile.StandardWebhooks => StandardDelivery.Write(request, settings, time.GetUtcNow()),
            _ => ExportDelivery.Write(request, settings, time.GetUtcNow()),
        };
        var result = await _client.DeliverAsync(settings.Url, delivery, cancellationToken).ConfigureAwait(false);
        return WebhookErrorMap.ToOutcome(result, request.Keys.IdempotencyKey, time);
    }

    // The receiver knows the idempotency key: delivering again is the look-up.
    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Repeatable());

    private static ProviderFault ToFault(TargetProblem problem) => new()
    {
        Reason = problem.Reason,
        Message = problem.Message,
        ProviderErrorCode = problem.ProviderErrorCode,
        Setting = problem.Setting,
    };
}
