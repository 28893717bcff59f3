using TicketExport.Ledger;

namespace TicketExport.Comments;

/// <summary>Turns what the ledger holds of a comment into what its caller gets. Pure.</summary>
internal static class CommentResults
{
    public static CommentResult Of(CommentEntry entry) => new()
    {
        Outcome = entry.Comment.Delivery switch
        {
            CommentDelivery.Pending => CommentOutcomeKind.Pending,
            CommentDelivery.Delivered => CommentOutcomeKind.Delivered,
            CommentDelivery.Failed => CommentOutcomeKind.Refused,
            CommentDelivery.InDoubt => CommentOutcomeKind.InDoubt,
            _ => CommentOutcomeKind.Stored,
        },
        Comment = entry.Comment,
        Failure = entry.Comment.Failure,
    };

    public static CommentResult Without(CommentOutcomeKind outcome, ExportFailure? failure = null) => new() { Outcome = outcome, Failure = failure };
}
