using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Inbound;

/// <summary>Decides whether a delivery is believed: size and pace first, then the signature over the raw bytes, and nothing before that.</summary>
internal sealed partial class InboundGate(
    InboundRoutes routes,
    IOptionsMonitor<TicketInboundOptions> options,
    TimeProvider time,
    ILoggerFactory? loggers = null)
{
    private static readonly TargetKey Nowhere = new("", "");

    private readonly MinuteBudget _budget = new(time);
    private readonly byte[] _decoy = RandomNumberGenerator.GetBytes(32);
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<InboundGate>();

    /// <returns>The delivery, or why it is not believed or cannot be read; and the provider's key, where there is one.</returns>
    public async Task<(AuthenticDelivery? Delivery, InboundResult? Refusal, string? Provider)> VerifyAsync(InboundDelivery delivery, CancellationToken cancellationToken)
    {
        var limits = options.CurrentValue;
        if (delivery.Body.Length > limits.MaxBodyBytes)
        {
            return (null, new InboundResult { Answer = InboundAnswer.TooLarge }, null);
        }

        var (found, effective) = await routes.FindAsync(delivery.TargetKey, cancellationToken).ConfigureAwait(false);
        if (_budget.TryTake(found is null ? Nowhere : new TargetKey(found.AccountId ?? "", found.Target.Id), limits.MaxPerMinute) is { } wait)
        {
            return (null, new InboundResult { Answer = InboundAnswer.TooMany, RetryAfter = wait }, effective?.Provider.Sheet.Key);
        }

        // Keys that lack the secret leave the target closed, as one that is configured without a secret is.
        if (found is { Target.Keyed.Gap: not null })
        {
            return (null, new InboundResult { Answer = InboundAnswer.Closed }, null);
        }

        if (effective?.Provider is not IInboundProvider inbound)
        {
            // As much work as for a target: the time taken does not tell which keys there are.
            _ = HMACSHA256.HashData(_decoy, delivery.Body.Span);
            return (null, new InboundResult { Answer = InboundAnswer.NotAuthentic }, effective?.Provider.Sheet.Key);
        }

        var connection = await routes.ConnectAsync(found!, effective, cancellationToken).ConfigureAwait(false);
        var (told, refusal) = Read(inbound, connection, delivery);
        var authentic = told is null ? null : new AuthenticDelivery(found!.AccountId, connection, told, delivery.Body) { RefusesUnknown = limits.RefuseUnknownTickets };
        return (authentic, refusal, effective.Provider.Sheet.Key);
    }

    private (InboundOutcome.Authentic? Told, InboundResult? Refusal) Read(IInboundProvider inbound, TargetConnection connection, InboundDelivery delivery)
    {
        var request = new InboundRequest
        {
            Target = connection.Target,
            Credential = connection.Credential,
            Method = delivery.Method,
            Address = delivery.Address,
            Headers = delivery.Headers.WithComparers(StringComparer.OrdinalIgnoreCase),
            Body = delivery.Body,
            ReceivedAt = time.GetUtcNow(),
        };
        switch (inbound.Read(request))
        {
            case InboundOutcome.Authentic told:
                return (told, null);
            case InboundOutcome.Refused refused:
                LogRefused(connection.Target.Id, refused.Refusal);
                return (null, new InboundResult { Answer = refused.Refusal == InboundRefusal.NoSecret ? InboundAnswer.Closed : InboundAnswer.NotAuthentic });
            case InboundOutcome.Incomplete incomplete:
                LogUnreadable(connection.Target.Id, incomplete.Field);
                return (null, new InboundResult { Answer = InboundAnswer.Incomplete, Reason = incomplete.Field });
            case InboundOutcome.Malformed:
                LogUnreadable(connection.Target.Id, "$");
                return (null, new InboundResult { Answer = InboundAnswer.Malformed });
            case var other:
                throw new InvalidOperationException($"{other?.GetType()} is not an outcome of reading a delivery.");
        }
    }

    [LoggerMessage(EventId = 1140, Level = LogLevel.Information, Message = "A delivery for {TargetId} is not believed: {Refusal}. Nothing of it was read.")]
    private partial void LogRefused(string targetId, InboundRefusal refusal);

    [LoggerMessage(EventId = 1141, Level = LogLevel.Warning, Message = "An authentic delivery for {TargetId} cannot be read at {Field}.")]
    private partial void LogUnreadable(string targetId, string field);
}
