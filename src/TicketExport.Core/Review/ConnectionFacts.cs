namespace TicketExport.Review;

/// <summary>What the tracker said when it was asked whether the target is connected.</summary>
/// <param name="State">Connected, refused, or not to be told.</param>
/// <param name="Failure">Why not.</param>
internal sealed record ConnectionFacts(ReviewState State, ExportFailure? Failure = null)
{
    public static ConnectionFacts NotChecked { get; } = new(ReviewState.NotChecked);

    public static ConnectionFacts Connected { get; } = new(ReviewState.Met);

    /// <summary>Proven out of reach until somebody changes something.</summary>
    public bool IsRefused => State == ReviewState.Unmet;

    public bool IsConnected => State == ReviewState.Met;
}
