namespace TicketExport.Signing;

/// <summary>
/// The export profile: <c>sha256=</c> and the lower-case hexadecimal HMAC-SHA256 over timestamp, nonce and raw body, joined by full stops.
/// </summary>
/// <remarks>
/// Thread-safe. The body is never copied. docs/webhooks/signatures.md holds the published vectors. A verifier also has to
/// remember nonces for at least twice the tolerance: a signature alone does not tell a replay.
/// </remarks>
public static class ExportSignature
{
    private const int MaximumNonceLength = 128;
    private const int HeadLength = SignedTimestamp.MaximumLength + MaximumNonceLength + 2;

    /// <summary>Signs a delivery.</summary>
    /// <param name="secret">The target's secret.</param>
    /// <param name="timestamp">When this attempt is signed: epoch seconds as digits, without a leading zero.</param>
    /// <param name="nonce">A value that no other delivery uses: 1 to 128 visible ASCII characters without a full stop.</param>
    /// <param name="body">The exact bytes that are sent.</param>
    /// <returns>The value of the signature header, 71 characters.</returns>
    /// <exception cref="ArgumentException">The timestamp or the nonce has another shape.</exception>
    public static string Sign(WebhookSecret secret, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(timestamp);
        ArgumentNullException.ThrowIfNull(nonce);
        SignedTimestamp.Require(timestamp);
        if (!TimedSignature.IsText(nonce, MaximumNonceLength))
        {
            throw new ArgumentException("The nonce must be 1 to 128 visible ASCII characters without a full stop.", nameof(nonce));
        }

        Span<byte> head = stackalloc byte[HeadLength];
        Span<byte> mac = stackalloc byte[WebhookSecret.MacBytes];
        secret.ComputeMac(head[..TimedSignature.WriteHead(timestamp, nonce, head)], body, mac);
        return SignatureText.Format(mac);
    }

    /// <summary>Checks a received delivery.</summary>
    /// <remarks>
    /// Untrusted input never throws. The order is: secrets, presence, shape, time window, signature; so a delivery outside its window
    /// costs no hash. Every secret is tried and compared in constant time.
    /// </remarks>
    /// <param name="secrets">The live secrets, at most 5: more than one while a secret is being rotated.</param>
    /// <param name="delivery">The headers as received.</param>
    /// <param name="body">The exact bytes that were received, before any parsing.</param>
    /// <param name="now">The verifier's time.</param>
    /// <param name="tolerance">How far the timestamp may be from <paramref name="now"/> either way, inclusive; 300 s is usual.</param>
    /// <exception cref="ArgumentException">There are more than 5 secrets, a secret is null, or the tolerance is negative.</exception>
    public static SignatureVerdict Verify(
        IReadOnlyList<WebhookSecret> secrets,
        SignedDelivery delivery,
        ReadOnlySpan<byte> body,
        DateTimeOffset now,
        TimeSpan tolerance)
    {
        TimedSignature.Require(secrets, delivery, tolerance);
        if (secrets.Count == 0)
        {
            return SignatureVerdict.NoSecret;
        }

        if (string.IsNullOrEmpty(delivery.Timestamp) || string.IsNullOrEmpty(delivery.Nonce) || string.IsNullOrEmpty(delivery.Signature))
        {
            return SignatureVerdict.Missing;
        }

        Span<byte> received = stackalloc byte[WebhookSecret.MacBytes];
        if (!SignedTimestamp.TryRead(delivery.Timestamp, out var signedAt)
            || !TimedSignature.IsText(delivery.Nonce, MaximumNonceLength)
            || !SignatureText.TryRead(delivery.Signature, received))
        {
            return SignatureVerdict.Malformed;
        }

        if ((now - signedAt).Duration() > tolerance)
        {
            return SignatureVerdict.OutsideWindow;
        }

        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..TimedSignature.WriteHead(delivery.Timestamp, delivery.Nonce, head)];
        return SignatureText.MatchesAny(secrets, head, body, received) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
    }
}
