using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Providers.Webhook.Internal;

internal sealed class WebhookTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules
{
    private const int NonceBytes = 16;

    private readonly WebhookClient _client = new(clients);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = WebhookDefaults.Key,
        DisplayName = "Webhook",
        Kind = ProviderKind.Webhook,
        Aliases = [WebhookDefaults.GenericKey, WebhookDefaults.ZapierKey, WebhookDefaults.MakeKey, WebhookDefaults.N8nKey],
        Guarantee = GuaranteeClass.NativeIdempotency,
        ReferenceKind = ReferenceKind.Webhook,
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

        var envelope = WebhookEnvelopeBuilder.Build(request, MarkdownRenderer.Render(request.Body), NewProtection(settings));
        var result = await _client.DeliverAsync(settings, envelope, cancellationToken).ConfigureAwait(false);
        return WebhookErrorMap.ToOutcome(result, request.Keys.IdempotencyKey, time);
    }

    // The receiver knows the idempotency key: delivering again is the look-up.
    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Repeatable());

    private ReplayProtection NewProtection(WebhookTargetSettings settings) => new()
    {
        Timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        Nonce = RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true),
        SignatureHeader = settings.Headers.Signature,
    };

    private static ProviderFault ToFault(TargetProblem problem) => new()
    {
        Reason = problem.Reason,
        Message = problem.Message,
        ProviderErrorCode = problem.ProviderErrorCode,
        Setting = problem.Setting,
    };
}
