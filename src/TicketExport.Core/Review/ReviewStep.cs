namespace TicketExport.Review;

/// <summary>One step of a review.</summary>
/// <param name="Stage">Which step.</param>
/// <param name="State">How it ended; <see cref="ReviewState.NotChecked"/> when an earlier step left nothing to look at.</param>
/// <param name="Message">What it found, in one sentence.</param>
public sealed record ReviewStep(ReviewStage Stage, ReviewState State, string Message);
