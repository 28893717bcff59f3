namespace TicketExport.Review;

/// <summary>Looks before an export: what the source has already, what holds it up, and who does what next. Approves what is ready.</summary>
/// <remarks>Safe for use from many threads. A refusal is a result and never an exception.</remarks>
public interface ITicketReviews
{
    /// <summary>
    /// Reviews a finding for a target: its source, the tickets that it has, how fresh they are, whether another one would be a second
    /// one, and what comes next, in that order. Creates nothing at a tracker and approves nothing.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or a part of it is <see langword="null"/>.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<TicketReview> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reviews a finding and, when nothing holds it up, approves it for a worker to send. Refused while an item of the readiness list
    /// blocks that <see cref="ApprovalRequest.Override"/> does not name, or that nobody may override.
    /// </summary>
    /// <remarks>
    /// Safe against races: what changed between the review and the approval is decided by the ledger's guard, and the result says so.
    /// An override is written to the audit before it takes effect.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or a part of it is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The actor or the reason is empty or too long.</exception>
    /// <exception cref="TicketExportException">The ledger could not be read or written.</exception>
    Task<ApprovalResult> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken = default);
}
