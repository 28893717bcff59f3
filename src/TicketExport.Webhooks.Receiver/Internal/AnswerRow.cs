namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>What a store knows about one key: work under way until the lease ends, or an answer until it expires.</summary>
internal sealed record AnswerRow(string ContentHash, long Token, DateTimeOffset LeaseUntil)
{
    public StoredAnswer? Answer { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
