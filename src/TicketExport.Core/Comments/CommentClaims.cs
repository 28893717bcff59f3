using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Comments;

/// <summary>Writes the wish to send a comment.</summary>
internal sealed class CommentClaims(IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    /// <summary>The wish of a person.</summary>
    public CommentClaimRequest Of(CommentRoute route, string commentId) =>
        Of(route.Export.Account.Id, commentId, route.Export.ExportId) with { LeaseDuration = route.LeaseFor(options.CurrentValue.LeaseDuration) };

    /// <summary>The wish of a worker; also where the way to the ticket is shut, so that this is written down by one worker alone.</summary>
    public CommentClaimRequest OfDue(CommentEntry entry, CommentRoute? route)
    {
        var request = route is null
            ? Of(entry.Comment.AccountId, entry.Comment.CommentId, entry.Comment.ExportId!)
            : Of(route, entry.Comment.CommentId);
        return request with { IsDueWork = true };
    }

    private CommentClaimRequest Of(string accountId, string commentId, string exportId) => new()
    {
        AccountId = accountId,
        CommentId = commentId,
        ExportId = exportId,
        ClaimId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        LeaseDuration = options.CurrentValue.LeaseDuration,
    };
}
