using System.Collections.Immutable;
using TicketExport.Comments;
using TicketExport.Ledger;

namespace TicketExport.Core.Tests.Comments.Races;

/// <summary>A ledger with a part of the echo rule taken out, to see that the races would show it.</summary>
internal sealed class BrokenCommentLedger(ICommentLedger inner) : ICommentLedger
{
    private readonly HashSet<string> _stamped = [];

    /// <summary>Compares inbound comments with nothing that was sent.</summary>
    public bool ForgetsStamps { get; init; }

    /// <summary>Takes every inbound comment that has no stamp yet for somebody else's at once.</summary>
    public bool HoldsNothing { get; init; }

    /// <summary>Takes every event for the newest.</summary>
    public bool IgnoresOrder { get; init; }

    public Task<CommentAddResult> AddCommentAsync(NewComment comment, CancellationToken cancellationToken) => inner.AddCommentAsync(comment, cancellationToken);

    public Task<CommentEntry?> FindCommentAsync(string accountId, string commentId, CancellationToken cancellationToken) =>
        inner.FindCommentAsync(accountId, commentId, cancellationToken);

    public Task<Page<ThreadComment>> ListCommentsAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken) =>
        inner.ListCommentsAsync(accountId, source, page, cancellationToken);

    public Task<CommentClaimResult> ClaimCommentAsync(CommentClaimRequest request, CancellationToken cancellationToken) =>
        inner.ClaimCommentAsync(request, cancellationToken);

    public Task<CommentEntry?> RecordCommentAsync(CommentClaim claim, CommentUpdate update, CancellationToken cancellationToken)
    {
        if (update is CommentUpdate.Posted posted)
        {
            _stamped.Add(posted.ExternalCommentId);
            update = ForgetsStamps ? posted with { ExternalCommentId = $"forgotten-{posted.ExternalCommentId}" } : update;
        }

        return inner.RecordCommentAsync(claim, update, cancellationToken);
    }

    public Task<InboundCommentResult> ReceiveCommentAsync(InboundComment comment, CancellationToken cancellationToken) => inner.ReceiveCommentAsync(
        comment with
        {
            ActorId = HoldsNothing && !_stamped.Contains(comment.ExternalCommentId) ? "somebody" : comment.ActorId,
            OccurredAt = IgnoresOrder ? null : comment.OccurredAt,
        },
        cancellationToken);

    public Task<ImmutableArray<DueExport>> FindDueCommentsAsync(DueQuery query, CancellationToken cancellationToken) => inner.FindDueCommentsAsync(query, cancellationToken);
}
