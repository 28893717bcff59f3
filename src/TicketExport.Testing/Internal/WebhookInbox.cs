using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Testing.Internal;

// What the receiver knows and decides; no HTTP.
internal sealed class WebhookInbox(FakeWebhookReceiverOptions options, ImmutableArray<string> secrets)
{
    private readonly Lock _gate = new();
    private readonly ImmutableArray<WebhookSecret> _secrets = [.. secrets.Select(WebhookSecret.FromText)];
    private readonly WebhookHeaders _names = WebhookHeaders.WithPrefix(options.HeaderPrefix);
    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _accepted = new(StringComparer.Ordinal);
    private readonly Queue<WebhookFault> _faults = new();
    private ImmutableArray<FakeWebhookDelivery> _deliveries = [];

    public bool AnswersWithTicket => options.AnswersWithTicket;

    public int AcceptedExports
    {
        get
        {
            lock (_gate)
            {
                return _accepted.Count;
            }
        }
    }

    public ImmutableArray<FakeWebhookDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return _deliveries;
            }
        }
    }

    public void Queue(WebhookFault fault)
    {
        lock (_gate)
        {
            _faults.Enqueue(fault);
        }
    }

    public WebhookFault? NextFault()
    {
        lock (_gate)
        {
            return _faults.TryDequeue(out var fault) ? fault : null;
        }
    }

    public FakeWebhookDelivery Open(string method, ImmutableDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        var now = options.TimeProvider.GetUtcNow();
        var signed = new SignedDelivery(headers.GetValueOrDefault(_names.Timestamp), headers.GetValueOrDefault(_names.Nonce), headers.GetValueOrDefault(_names.Signature));
        return new FakeWebhookDelivery
        {
            Number = 0,
            ReceivedAt = now,
            Method = method,
            Headers = headers,
            Body = body,
            Verdict = ExportSignature.Verify(_secrets, signed, body.Span, now, options.Tolerance),
        };
    }

    // The signature comes first: nothing of an unsigned body is looked at. Gives the envelope or a refusal.
    public (WebhookEnvelope? Envelope, WebhookRefusal? Refusal) Check(FakeWebhookDelivery delivery)
    {
        if (delivery.Verdict != SignatureVerdict.Valid || !IsNewNonce(delivery.Headers[_names.Nonce]))
        {
            return (null, WebhookRefusal.Signature);
        }

        var isOurs = delivery.Headers.GetValueOrDefault(_names.Event) == TicketExportContract.RequestedEvent
            && delivery.Headers.GetValueOrDefault(_names.Schema) == TicketExportContract.WebhookVersion;
        if (!isOurs || TicketExportJson.ReadEnvelope(delivery.Body.Span) is not { IsValid: true, Value: var envelope })
        {
            return (null, WebhookRefusal.Validation);
        }

        var protection = envelope.ReplayProtection;
        if (protection.Timestamp != delivery.Headers[_names.Timestamp]
            || protection.Nonce != delivery.Headers[_names.Nonce]
            || !string.Equals(protection.SignatureHeader, _names.Signature, StringComparison.OrdinalIgnoreCase))
        {
            return (envelope, WebhookRefusal.Signature);
        }

        return delivery.Headers.GetValueOrDefault(_names.IdempotencyKey) == envelope.IdempotencyKey
            ? (envelope, null)
            : (envelope, WebhookRefusal.Validation);
    }

    // The number of the piece of work, the same for every delivery of one key.
    public (int Number, bool IsDuplicate) Accept(string idempotencyKey)
    {
        lock (_gate)
        {
            if (_accepted.TryGetValue(idempotencyKey, out var number))
            {
                return (number, true);
            }

            _accepted.Add(idempotencyKey, _accepted.Count + 1);
            return (_accepted.Count, false);
        }
    }

    public void Record(FakeWebhookDelivery delivery)
    {
        lock (_gate)
        {
            _deliveries = _deliveries.Add(delivery with { Number = _deliveries.Length + 1 });
        }
    }

    private bool IsNewNonce(string nonce)
    {
        lock (_gate)
        {
            return _nonces.Add(nonce);
        }
    }
}
