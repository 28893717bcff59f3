namespace TicketExport.Review;

/// <summary>Whether a file may take the place of a native ticket, and why or why not.</summary>
/// <param name="IsOffered">Whether it may: only where neither the ticket's sync nor a native ticket can be brought back safely.</param>
/// <param name="Reason">Why it may; <see cref="FallbackReason.None"/> when it may not.</param>
/// <param name="Message">Why it may or may not, and what to do instead, in one or two sentences.</param>
public sealed record FallbackOffer(bool IsOffered, FallbackReason Reason, string Message);
