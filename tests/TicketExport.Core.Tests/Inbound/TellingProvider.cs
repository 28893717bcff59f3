using System.Collections.Concurrent;
using TicketExport.Inbound;
using TicketExport.Providers;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Inbound;

/// <summary>A tracker that nobody can ask: what its deliveries say is all that is ever known.</summary>
internal sealed class TellingProvider : ITicketProvider, IInboundProvider
{
    public const string Key = "telling";

    private static readonly string[] Secrets = ["webhook_secret", "previous_webhook_secret"];

    private readonly ConcurrentDictionary<string, int> _numbers = new();

    public ProviderSheet Sheet { get; } = new() { Key = Key, DisplayName = "Telling", Guarantee = GuaranteeClass.NativeIdempotency };

    /// <summary>Puts further events behind those of the delivery.</summary>
    public Func<InboundEvent, InboundEvent[]> More { get; set; } = static _ => [];

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        var number = _numbers.GetOrAdd(request.Keys.IdempotencyKey.Value, _ => _numbers.Count + 1);
        return Task.FromResult<CreateOutcome>(new CreateOutcome.Created(new TicketReference { ProviderTicketId = $"T-{number}", ExternalIssueId = $"TEAM-{number}" }));
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: true));

    public InboundOutcome Read(InboundRequest request)
    {
        WebhookSecret[] secrets = [.. Secrets.Select(name => request.Credential.TryGet(name, out var secret) ? secret : null).OfType<string>().Select(WebhookSecret.FromText)];
        var options = new TicketSyncInboundOptions { StatusOf = TicketSyncInbound.StatusOf, IsStrict = request.Target.Settings.ContainsKey("strict") };
        var outcome = TicketSyncInbound.Read(request, secrets, options);
        return outcome is InboundOutcome.Authentic authentic ? authentic with { Events = [.. authentic.Events, .. authentic.Events.SelectMany(More)] } : outcome;
    }
}
