namespace TicketExport.Webhooks.Receiver;

/// <summary>What became of the request for a key: one of a closed set.</summary>
public abstract record AnswerClaim
{
    private AnswerClaim()
    {
    }

    /// <summary>The key is this caller's.</summary>
    /// <param name="Token">Proves the claim; no two claims share one.</param>
    public sealed record Taken(long Token) : AnswerClaim;

    /// <summary>The work is done, and this was the answer.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Answered(StoredAnswer Answer) : AnswerClaim;

    /// <summary>Another caller works on the same content.</summary>
    public sealed record InProgress : AnswerClaim;

    /// <summary>The key is known with other content.</summary>
    public sealed record DifferentContent : AnswerClaim;

    /// <summary>The store holds as much work under way as it can.</summary>
    public sealed record Full : AnswerClaim;
}
