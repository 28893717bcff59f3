namespace TicketExport.Review;

/// <summary>Whether somebody may override: a closed set.</summary>
public abstract record OverrideDecision
{
    private OverrideDecision()
    {
    }

    /// <summary>The actor may.</summary>
    public sealed record Granted : OverrideDecision;

    /// <summary>The actor may not.</summary>
    /// <param name="Message">Why, in one sentence for the actor.</param>
    public sealed record Denied(string Message) : OverrideDecision;
}
