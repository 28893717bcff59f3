using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Comments;

/// <summary>Takes comments for sending by this caller alone.</summary>
internal sealed class CommentClaimer(ICommentLedger ledger, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    /// <summary>The wish of a person.</summary>
    public CommentClaimRequest WishOf(CommentRoute route, string commentId) =>
        WishOf(route.Export.Account.Id, commentId, route.Export.ExportId) with { LeaseDuration = route.LeaseFor(options.CurrentValue.LeaseDuration) };

    public Task<CommentClaimResult> ClaimAsync(CommentRoute route, string commentId, CancellationToken cancellationToken) =>
        ledger.ClaimCommentAsync(WishOf(route, commentId), cancellationToken);

    /// <summary>Takes a comment that is due; also where the way to the ticket is shut, so that one worker alone writes that down.</summary>
    public Task<CommentClaimResult> ClaimDueAsync(CommentEntry entry, CommentRoute? route, CancellationToken cancellationToken)
    {
        var wish = route is null
            ? WishOf(entry.Comment.AccountId, entry.Comment.CommentId, entry.Comment.ExportId!)
            : WishOf(route, entry.Comment.CommentId);
        return ledger.ClaimCommentAsync(wish with { IsDueWork = true }, cancellationToken);
    }

    public Task<CommentEntry?> FindAsync(string accountId, string commentId, CancellationToken cancellationToken) =>
        ledger.FindCommentAsync(accountId, commentId, cancellationToken);

    private CommentClaimRequest WishOf(string accountId, string commentId, string exportId) => new()
    {
        AccountId = accountId,
        CommentId = commentId,
        ExportId = exportId,
        ClaimId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        LeaseDuration = options.CurrentValue.LeaseDuration,
    };
}
