namespace TicketExport.Providers;

/// <summary>What adding a comment came to: a closed set.</summary>
public abstract record CommentOutcome
{
    private CommentOutcome()
    {
    }

    /// <summary>The comment stands at the tracker.</summary>
    /// <param name="CommentId">The tracker's id of the comment.</param>
    /// <param name="Echo">A synthetic reply; given by the mock provider only.</param>
    public sealed record Posted(string CommentId, ExternalComment? Echo = null) : CommentOutcome;

    /// <summary>Proven not added.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Rejected(ProviderFault Fault, DateTimeOffset? Until = null) : CommentOutcome;

    /// <summary>The comment may stand at the tracker.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Unknown(ProviderFault Fault) : CommentOutcome;
}
