namespace TicketExport.Signing;

/// <summary>
/// The Standard Webhooks profile, version 1.0 with symmetric keys: <c>v1,</c> and the base64 HMAC-SHA256 over id, timestamp and raw
/// body, joined by full stops.
/// </summary>
/// <remarks>
/// Thread-safe. The body is never copied. Secrets come from <see cref="WebhookSecret.FromStandardWebhooks"/>. The id stays equal over
/// retries, so a receiver guards against replays by doing one id's work once. docs/webhooks/signatures.md holds the vectors.
/// </remarks>
public static class StandardWebhookSignature
{
    /// <summary>The header of the message's id.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header of the signed timestamp.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header of the signatures.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The most signatures that one header may hold.</summary>
    public const int MaximumSignatures = 5;

    private const string Version = "v1,";
    private const int MaximumIdLength = 256;
    private const int MaximumHeaderLength = 1024;
    private const int Base64Length = 44;

    // With the space that parts it from the next one.
    private const int SignatureLength = 3 + Base64Length + 1;
    private const int HeadLength = MaximumIdLength + SignedTimestamp.MaximumLength + 2;

    /// <summary>Signs a delivery with every live secret, so that a receiver verifies it before and after it took over a new one.</summary>
    /// <param name="secrets">1 to 5 secrets, the current one first.</param>
    /// <param name="id">The message's id, equal over its retries: 1 to 256 visible ASCII characters without a full stop.</param>
    /// <param name="timestamp">When this attempt is signed: epoch seconds as digits, without a leading zero.</param>
    /// <param name="body">The exact bytes that are sent.</param>
    /// <returns>The value of the signature header: 47 characters for each secret, joined by spaces.</returns>
    /// <exception cref="ArgumentException">There is no secret or more than 5, or the id or the timestamp has another shape.</exception>
    public static string Sign(IReadOnlyList<WebhookSecret> secrets, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        SignatureText.CheckCount(secrets);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(timestamp);
        ArgumentOutOfRangeException.ThrowIfZero(secrets.Count, nameof(secrets));
        SignedTimestamp.Require(timestamp);
        if (!TimedSignature.IsText(id, MaximumIdLength))
        {
            throw new ArgumentException("The id must be 1 to 256 visible ASCII characters without a full stop.", nameof(id));
        }

        Span<byte> head = stackalloc byte[HeadLength];
        Span<byte> mac = stackalloc byte[WebhookSecret.MacBytes];
        head = head[..TimedSignature.WriteHead(id, timestamp, head)];
        Span<char> text = stackalloc char[MaximumSignatures * SignatureLength];
        for (var i = 0; i < secrets.Count; i++)
        {
            var secret = secrets[i] ?? throw new ArgumentException("A webhook secret is null.", nameof(secrets));
            secret.ComputeMac(head, body, mac);
            var signature = text.Slice(i * SignatureLength, SignatureLength);
            Version.CopyTo(signature);
            _ = Convert.TryToBase64Chars(mac, signature[Version.Length..], out _);
            signature[^1] = ' ';
        }

        return new string(text[..((secrets.Count * SignatureLength) - 1)]);
    }

    /// <summary>Checks a received delivery.</summary>
    /// <remarks>
    /// Untrusted input never throws. The order is: secrets, presence, shape, time window, signature; so a delivery outside its window
    /// costs no hash. Signatures of other versions, such as <c>v1a</c>, are passed over; one <c>v1</c> that a live secret made is enough.
    /// Every secret is tried on every signature and compared in constant time.
    /// </remarks>
    /// <param name="secrets">The live secrets, at most 5: more than one while a secret is being rotated.</param>
    /// <param name="delivery">The headers as received.</param>
    /// <param name="body">The exact bytes that were received, before any parsing.</param>
    /// <param name="now">The verifier's time.</param>
    /// <param name="tolerance">How far the timestamp may be from <paramref name="now"/> either way, inclusive; 300 s is usual.</param>
    /// <exception cref="ArgumentException">There are more than 5 secrets, a secret is null, or the tolerance is negative.</exception>
    public static SignatureVerdict Verify(
        IReadOnlyList<WebhookSecret> secrets,
        StandardWebhookDelivery delivery,
        ReadOnlySpan<byte> body,
        DateTimeOffset now,
        TimeSpan tolerance)
    {
        TimedSignature.Require(secrets, delivery, tolerance);
        if (secrets.Count == 0)
        {
            return SignatureVerdict.NoSecret;
        }

        if (string.IsNullOrEmpty(delivery.Id) || string.IsNullOrEmpty(delivery.Timestamp) || string.IsNullOrEmpty(delivery.Signature))
        {
            return SignatureVerdict.Missing;
        }

        Span<byte> received = stackalloc byte[MaximumSignatures * WebhookSecret.MacBytes];
        if (!TimedSignature.IsText(delivery.Id, MaximumIdLength)
            || !SignedTimestamp.TryRead(delivery.Timestamp, out var signedAt)
            || !TryRead(delivery.Signature, received, out var length))
        {
            return SignatureVerdict.Malformed;
        }

        if ((now - signedAt).Duration() > tolerance)
        {
            return SignatureVerdict.OutsideWindow;
        }

        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..TimedSignature.WriteHead(delivery.Id, delivery.Timestamp, head)];
        return SignatureText.MatchesAny(secrets, head, body, received[..length]) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
    }

    /// <summary>Reads the hashes of all v1 signatures; false where there is none of the published spelling, or too many of any.</summary>
    private static bool TryRead(string header, Span<byte> macs, out int length)
    {
        length = 0;
        if (header.Length > MaximumHeaderLength)
        {
            return false;
        }

        var count = 0;
        foreach (var range in header.AsSpan().Split(' '))
        {
            if (++count > MaximumSignatures)
            {
                return false;
            }

            var item = header.AsSpan(range);
            if (item.StartsWith(Version, StringComparison.Ordinal) && TryReadMac(item[Version.Length..], macs[length..]))
            {
                length += WebhookSecret.MacBytes;
            }
        }

        return length > 0;
    }

    // Written back and compared, so that white space and stray bits, which the decoder forgives, are no second spelling.
    private static bool TryReadMac(ReadOnlySpan<char> text, Span<byte> mac)
    {
        Span<char> canonical = stackalloc char[Base64Length];
        return text.Length == Base64Length
            && Convert.TryFromBase64Chars(text, mac, out var written)
            && written == WebhookSecret.MacBytes
            && Convert.TryToBase64Chars(mac[..written], canonical, out _)
            && text.SequenceEqual(canonical);
    }
}
