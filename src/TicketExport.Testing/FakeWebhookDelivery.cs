using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Testing;

/// <summary>One delivery as a <see cref="FakeWebhookReceiver"/> got it, good or bad.</summary>
public sealed record FakeWebhookDelivery
{
    /// <summary>1 for the first delivery.</summary>
    public required int Number { get; init; }

    /// <summary>When it came, by the receiver's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>All request headers; names are compared without case, several values are joined by a comma.</summary>
    public required ImmutableDictionary<string, string> Headers { get; init; }

    /// <summary>The raw body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What checking the signature found.</summary>
    public required SignatureVerdict Verdict { get; init; }

    /// <summary>The envelope; <see langword="null"/> unless the signature is valid and the body keeps the contract.</summary>
    public WebhookEnvelope? Envelope { get; init; }

    /// <summary>Why the delivery was refused, such as <c>WEBHOOK_SIGNATURE_INVALID</c>; <see langword="null"/> when nothing was wrong with it.</summary>
    public string? RefusalCode { get; init; }

    /// <summary>Whether its idempotency key had been accepted before, so that it led to no further work.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether it was genuine and of an event that the receiver has no work for, such as a test delivery: answered 200, not accepted.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The HTTP status of the answer; <see langword="null"/> when the connection was cut instead.</summary>
    public int? Status { get; init; }
}
