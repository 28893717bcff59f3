namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Who gets a key: the one place that decides, so that no two stores can differ.</summary>
internal static class AnswerRules
{
    /// <summary>Decides on a request; <see langword="null"/> where the key is free to take.</summary>
    public static AnswerClaim? Refuse(AnswerRow? row, AnswerClaimRequest request) => row switch
    {
        { Answer: { } answer } when row.ExpiresAt > request.Now =>
            string.Equals(row.ContentHash, request.ContentHash, StringComparison.Ordinal) ? new AnswerClaim.Answered(answer) : new AnswerClaim.DifferentContent(),

        // Also for other content: the work under way may still fail, and then the key is free for it.
        { Answer: null } when row.LeaseUntil > request.Now => new AnswerClaim.InProgress(),
        _ => null,
    };

    public static bool Holds(AnswerRow? row, long token) => row is { Answer: null } && row.Token == token;
}
