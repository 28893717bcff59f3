using TicketExport.Providers;

namespace TicketExport.Core.Tests.Comments.Races;

/// <summary>A call that waits at the tracker.</summary>
internal sealed record PendingCall(AddCommentRequest Request, DateTimeOffset StartedAt)
{
    // Continues inside the scheduler's own step, so that one seed is always one order.
    public TaskCompletionSource<CommentOutcome> Answer { get; } = new();

    /// <summary>The comment, once the call was carried out.</summary>
    public TrackedComment? Done { get; set; }
}
