using System.Buffers;

namespace TicketExport.Signing;

/// <summary>The header names of a webhook delivery: a prefix that the host chooses, and six fixed endings.</summary>
public sealed record WebhookHeaders
{
    /// <summary>The prefix of <see cref="Default"/>.</summary>
    public const string DefaultPrefix = "X-WebRiskOps-";

    /// <summary>The header of the ticket-sync profile's signature, which has no prefix.</summary>
    public const string TicketSyncSignature = "X-Signature";

    private const int MaximumPrefixLength = 64;

    // RFC 9110, section 5.6.2: token.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private WebhookHeaders(string prefix)
    {
        Prefix = prefix;
        Event = prefix + "Event";
        Schema = prefix + "Schema";
        IdempotencyKey = prefix + "Idempotency-Key";
        Timestamp = prefix + "Timestamp";
        Nonce = prefix + "Nonce";
        Signature = prefix + "Signature";
    }

    /// <summary>The names with the prefix <c>X-WebRiskOps-</c>.</summary>
    public static WebhookHeaders Default { get; } = new(DefaultPrefix);

    /// <summary>What all names start with.</summary>
    public string Prefix { get; }

    /// <summary>The header that repeats the body's <c>event</c>.</summary>
    public string Event { get; }

    /// <summary>The header that repeats the body's <c>schema_version</c>.</summary>
    public string Schema { get; }

    /// <summary>The header that repeats the body's <c>idempotency_key</c>.</summary>
    public string IdempotencyKey { get; }

    /// <summary>The header of the signed timestamp.</summary>
    public string Timestamp { get; }

    /// <summary>The header of the signed nonce.</summary>
    public string Nonce { get; }

    /// <summary>The header of the signature.</summary>
    public string Signature { get; }

    /// <summary>Gives the names for another prefix.</summary>
    /// <param name="prefix">1 to 64 characters of an HTTP token, such as <c>X-Acme-</c>; used as it is, so end it with a hyphen.</param>
    /// <exception cref="ArgumentException">
    /// The prefix is empty, too long or no HTTP token, or it would give the export profile's signature a name of another profile:
    /// <c>X-Signature</c> or <c>webhook-signature</c>.
    /// </exception>
    public static WebhookHeaders WithPrefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        if (prefix == DefaultPrefix)
        {
            return Default;
        }

        if (prefix.Length > MaximumPrefixLength || prefix.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            throw new ArgumentException("The header prefix must be 1 to 64 letters, digits or !#$%&'*+-.^_`|~, such as X-Acme-.", nameof(prefix));
        }

        var headers = new WebhookHeaders(prefix);
        if (string.Equals(headers.Signature, TicketSyncSignature, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("The header prefix X- is taken: X-Signature belongs to the ticket-sync profile. Use one such as X-Acme-.", nameof(prefix));
        }

        return string.Equals(headers.Signature, StandardWebhookSignature.SignatureHeader, StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException("The header prefix webhook- is taken by the Standard Webhooks profile. Use one such as X-Acme-.", nameof(prefix))
            : headers;
    }
}
