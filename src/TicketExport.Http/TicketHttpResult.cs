namespace TicketExport.Http;

/// <summary>What one HTTP exchange came to: a closed set.</summary>
public abstract record TicketHttpResult
{
    private TicketHttpResult()
    {
    }

    /// <summary>The other side answered.</summary>
    /// <param name="Answer">The answer; its body may be cut.</param>
    public sealed record Answered(TicketHttpAnswer Answer) : TicketHttpResult;

    /// <summary>Proven: the other side has not seen the request's content. Sending again is safe.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Unsent(TicketHttpFailure Failure) : TicketHttpResult;

    /// <summary>The request left, in whole or in part, and no answer came: its effect is not known.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Unanswered(TicketHttpFailure Failure) : TicketHttpResult;
}
