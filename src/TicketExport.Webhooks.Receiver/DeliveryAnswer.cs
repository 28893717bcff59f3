namespace TicketExport.Webhooks.Receiver;

/// <summary>What a handler says about a delivery: one of a closed set, made by the methods of this type.</summary>
/// <remarks>
/// <see cref="Accepted(string?, string?, Uri?)"/> and <see cref="Duplicate"/> end the delivery and are remembered: whoever sends the same
/// idempotency key again gets the same answer, and the handler is not called. The others leave the key free for another try.
/// </remarks>
public abstract record DeliveryAnswer
{
    private const int MaximumIdLength = 256;

    private DeliveryAnswer()
    {
    }

    /// <summary>200: the work is done, or is written down so that it cannot be lost.</summary>
    /// <param name="externalId">The unchanging id of the ticket that was made; the sender links it. At most 256 characters.</param>
    /// <param name="externalKey">The key that people know the ticket by, such as <c>OPS-42</c>. At most 256 characters.</param>
    /// <param name="url">The ticket's address: absolute, <c>http</c> or <c>https</c>.</param>
    /// <exception cref="ArgumentException">An id is empty or too long, or the address is not absolute <c>http</c> or <c>https</c>.</exception>
    public static DeliveryAnswer Accepted(string? externalId = null, string? externalKey = null, Uri? url = null)
    {
        CheckId(externalId, nameof(externalId));
        CheckId(externalKey, nameof(externalKey));
        return url is null || (url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            ? new AcceptedAnswer(externalId, externalKey, url?.AbsoluteUri)
            : throw new ArgumentException("The ticket's address must be absolute, http or https.", nameof(url));
    }

    /// <summary>409: this work was done before, outside this receiver's memory. The sender counts it as delivered.</summary>
    public static DeliveryAnswer Duplicate() => new DuplicateAnswer();

    /// <summary>422: the content cannot be used. The sender does not repeat it by itself.</summary>
    public static DeliveryAnswer Refused() => new RefusedAnswer();

    /// <summary>429: too much at once. The sender comes back after that time, rounded up to whole seconds, at least 1.</summary>
    public static DeliveryAnswer RateLimited(TimeSpan retryAfter) => new RateLimitedAnswer(retryAfter);

    /// <summary>503: the work cannot be done now. The sender comes back by its own clock, or after that time.</summary>
    public static DeliveryAnswer Unavailable(TimeSpan? retryAfter = null) => new UnavailableAnswer(retryAfter);

    private static void CheckId(string? id, string parameter)
    {
        if (id is not null && (id.Length is 0 or > MaximumIdLength || id.Any(char.IsControl)))
        {
            throw new ArgumentException("An id or key is 1 to 256 characters without control characters.", parameter);
        }
    }

    internal sealed record AcceptedAnswer(string? ExternalId, string? ExternalKey, string? Url) : DeliveryAnswer;

    internal sealed record DuplicateAnswer : DeliveryAnswer;

    internal sealed record RefusedAnswer : DeliveryAnswer;

    internal sealed record RateLimitedAnswer(TimeSpan RetryAfter) : DeliveryAnswer;

    internal sealed record UnavailableAnswer(TimeSpan? RetryAfter) : DeliveryAnswer;
}
