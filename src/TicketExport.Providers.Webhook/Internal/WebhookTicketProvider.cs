using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules, ICloseProvider, ICommentProvider, IInboundProvider
{
    private readonly WebhookClient _client = new(clients);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = WebhookDefaults.Key,
        DisplayName = "Webhook",
        Kind = ProviderKind.Webhook,
        Aliases = [WebhookDefaults.GenericKey, WebhookDefaults.ZapierKey, WebhookDefaults.MakeKey, WebhookDefaults.N8nKey],
        Guarantee = GuaranteeClass.NativeIdempotency,
        ReferenceKind = ReferenceKind.Webhook,
        RepeatsComments = true,
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
            return new CreateOutcome.Rejected(problems[0].ToFault());
        }

        var delivery = settings.Profile switch
        {
            WebhookProfile.TicketSync => TicketSyncDelivery.Create(request, settings),
            WebhookProfile.StandardWebhooks => StandardDelivery.Write(request, settings, time.GetUtcNow()),
            _ => ExportDelivery.Write(request, settings, time.GetUtcNow()),
        };
        var result = await _client.DeliverAsync(settings, delivery, cancellationToken).ConfigureAwait(false);
        return WebhookErrorMap.ToOutcome(result, LedgerRules.PlaceholderOf(request.Keys.IdempotencyKey), time);
    }

    // The receiver knows the idempotency key: delivering again is the look-up.
    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Repeatable());

    public async Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken)
    {
        if (ReadForEvents(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var result = await _client.DeliverAsync(settings, TicketSyncDelivery.Close(request, settings), cancellationToken).ConfigureAwait(false);
        return WebhookEventMap.ToChange(result, request.Ticket, time);
    }

    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (ReadForEvents(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new CommentOutcome.Rejected(fault!);
        }

        var result = await _client.DeliverAsync(settings, TicketSyncDelivery.Comment(request, settings), cancellationToken).ConfigureAwait(false);
        return WebhookEventMap.ToComment(result, request.CommentId, time);
    }

    public InboundOutcome Read(InboundRequest request) => WebhookInbound.Read(request);

    // Only one profile has events beside the request for a ticket.
    private static WebhookTargetSettings? ReadForEvents(TicketTarget target, TicketCredential credential, out ProviderFault? fault)
    {
        var settings = WebhookTargetSettings.Read(target, credential, out var problems);
        fault = settings switch
        {
            null => problems[0].ToFault(),
            { Profile: WebhookProfile.TicketSync } => null,
            _ => WebhookTargetSettings.NoEvents.ToFault(),
        };
        return fault is null ? settings : null;
    }
}
