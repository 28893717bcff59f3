using TicketExport.Review;

namespace TicketExport.Decisions;

/// <summary>One item of what speaks for and against a file.</summary>
/// <param name="Key">The item's word, such as <c>duplicate_guard_ready</c>.</param>
/// <param name="IsMet">Whether it is as it should be; a file is refused otherwise.</param>
/// <param name="Message">What was found and what to change. Holds no secret and no payload.</param>
/// <param name="Owner">Who takes the next step.</param>
/// <param name="NextStep">The next step.</param>
public sealed record TicketFileItem(string Key, bool IsMet, string Message, StepOwner Owner, NextStep NextStep);
