using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>Takes comments of linked tickets into the threads of their sources.</summary>
internal sealed class CommentInbox(ICommentLedger ledger, TimeProvider time)
{
    /// <summary>Applies one event about a comment. Safe to repeat, in any order.</summary>
    /// <param name="export">The export whose link the event's ticket is.</param>
    /// <param name="connection">The target whose secret verified the event.</param>
    /// <param name="inbound">The event; of the kinds that are about a comment.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CommentApplied> ReceiveAsync(
        ExportRecord export,
        TargetConnection connection,
        InboundEvent inbound,
        CancellationToken cancellationToken)
    {
        var needsText = inbound is { IsPrivate: false, Kind: not InboundEventKind.CommentDeleted };
        if (!CommentTexts.IsId(inbound.CommentId) || export.Ticket is not { } ticket || (needsText && inbound.Comment is null))
        {
            return CommentApplied.Incomplete;
        }

        var secrets = new TargetSecrets(connection.Target, connection.Credential);
        var comment = new InboundComment
        {
            AccountId = export.Account.Id,
            Source = export.Source,
            ExportId = export.ExportId,
            TargetId = export.TargetId,
            TicketId = ticket.ProviderTicketId,
            Kind = inbound.Kind,
            ExternalCommentId = inbound.CommentId!,
            Author = CommentTexts.Author(secrets.Mask(CommentTexts.Author(inbound.Comment?.Author))),
            Text = CommentTexts.Text(secrets.Mask(CommentTexts.Text(inbound.Comment?.Text))),
            WrittenAt = inbound.Comment?.WrittenAt ?? inbound.OccurredAt ?? time.GetUtcNow(),
            OccurredAt = inbound.OccurredAt,
            ActorId = CommentTexts.IsId(inbound.ActorId) ? inbound.ActorId : null,
            OwnCommentId = CommentTexts.IsId(inbound.OwnCommentId) ? inbound.OwnCommentId : null,
            IsPrivate = inbound.IsPrivate,
            NewCommentId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        };
        return await ledger.ReceiveCommentAsync(comment, cancellationToken).ConfigureAwait(false) switch
        {
            InboundCommentResult.Applied => CommentApplied.Applied,
            InboundCommentResult.Held => CommentApplied.Held,
            InboundCommentResult.Echo => CommentApplied.Echo,
            InboundCommentResult.Older => CommentApplied.Older,
            InboundCommentResult.Private => CommentApplied.Private,
            _ => CommentApplied.Duplicate,
        };
    }
}
