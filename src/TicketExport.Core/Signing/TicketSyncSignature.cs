namespace TicketExport.Signing;

/// <summary>The ticket-sync profile: <c>sha256=</c> and the lower-case hexadecimal HMAC-SHA256 over the raw body alone.</summary>
/// <remarks>
/// Thread-safe. The body is never copied. This profile has no replay protection of its own: a receiver guards by the ids inside
/// the event. docs/webhooks/signatures.md holds the published vectors.
/// </remarks>
public static class TicketSyncSignature
{
    /// <summary>Signs a body.</summary>
    /// <param name="secret">The endpoint's secret.</param>
    /// <param name="body">The exact bytes that are sent.</param>
    /// <returns>The value of the signature header, 71 characters.</returns>
    public static string Sign(WebhookSecret secret, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        Span<byte> mac = stackalloc byte[WebhookSecret.MacBytes];
        secret.ComputeMac(default, body, mac);
        return SignatureText.Format(mac);
    }

    /// <summary>Checks a received body.</summary>
    /// <remarks>Untrusted input never throws. Every secret is tried and compared in constant time.</remarks>
    /// <param name="secrets">The live secrets, at most 5: more than one while a secret is being rotated.</param>
    /// <param name="signature">The signature header as received; values of a repeated header joined by a comma.</param>
    /// <param name="body">The exact bytes that were received, before any parsing.</param>
    /// <exception cref="ArgumentException">There are more than 5 secrets, or a secret is null.</exception>
    public static SignatureVerdict Verify(IReadOnlyList<WebhookSecret> secrets, string? signature, ReadOnlySpan<byte> body)
    {
        SignatureText.CheckCount(secrets);
        if (secrets.Count == 0)
        {
            return SignatureVerdict.NoSecret;
        }

        if (string.IsNullOrEmpty(signature))
        {
            return SignatureVerdict.Missing;
        }

        Span<byte> received = stackalloc byte[WebhookSecret.MacBytes];
        if (!SignatureText.TryRead(signature, received))
        {
            return SignatureVerdict.Malformed;
        }

        return SignatureText.MatchesAny(secrets, default, body, received) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
    }
}
