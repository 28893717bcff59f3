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

    // The signature comes first: nothing of an unsigned body is looked at.
    public WebhookCheck Check(FakeWebhookDelivery delivery) =>
        delivery.Verdict == SignatureVerdict.Valid && IsNewNonce(delivery.Headers[_names.Nonce])
            ? Read(delivery)
            : new(null, WebhookRefusal.Signature);

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

    private WebhookCheck Read(FakeWebhookDelivery delivery)
    {
        var read = TicketExportJson.ReadEnvelope(delivery.Body.Span);
        var isOtherEvent = read.Violations.Any(static violation => violation is { Path: "$.event", Rule: ContractRules.OneOf });
        var named = delivery.Headers.GetValueOrDefault(_names.Event);
        if (isOtherEvent || named != TicketExportContract.RequestedEvent)
        {
            return isOtherEvent && named is { Length: > 0 } and not TicketExportContract.RequestedEvent
                ? new(null, IsIgnored: true)
                : new(null, WebhookRefusal.Validation);
        }

        if (delivery.Headers.GetValueOrDefault(_names.Schema) != TicketExportContract.WebhookVersion)
        {
            return new(null, WebhookRefusal.Validation);
        }

        return read.IsValid
            ? new(read.Value, FindMismatch(delivery, read.Value))
            : new(null, read.Violations.Any(static violation => violation.Path == "$") ? WebhookRefusal.Validation : WebhookRefusal.Contract);
    }

    private WebhookRefusal? FindMismatch(FakeWebhookDelivery delivery, WebhookEnvelope envelope)
    {
        var protection = envelope.ReplayProtection;
        if (protection.Timestamp != delivery.Headers[_names.Timestamp]
            || protection.Nonce != delivery.Headers[_names.Nonce]
            || !string.Equals(protection.SignatureHeader, _names.Signature, StringComparison.OrdinalIgnoreCase))
        {
            return WebhookRefusal.Signature;
        }

        return delivery.Headers.GetValueOrDefault(_names.IdempotencyKey) == envelope.IdempotencyKey ? null : WebhookRefusal.Validation;
    }

    private bool IsNewNonce(string nonce)
    {
        lock (_gate)
        {
            return _nonces.Add(nonce);
        }
    }
}
