using TicketExport.Ledger;

namespace TicketExport.Comments;

internal sealed class TicketComments(
    ICommentLedger ledger,
    CommentRoutes routes,
    CommentSender sender,
    CommentClaimer claimer,
    TimeProvider time) : ITicketComments
{
    public Task<Page<ThreadComment>> ListAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        CommentDraftRules.ThrowIfUnusable(source);
        return ledger.ListCommentsAsync(accountId, source, page, cancellationToken);
    }

    public async Task<CommentResult> AddAsync(CommentDraft comment, CancellationToken cancellationToken = default)
    {
        CommentDraftRules.ThrowIfUnusable(comment);
        var stored = StoredOf(comment);
        var export = comment.IsPrivate ? null : await routes.FindExportAsync(comment.AccountId, comment.Source, cancellationToken).ConfigureAwait(false);
        if (export is null)
        {
            return await StoreAsync(stored, cancellationToken).ConfigureAwait(false);
        }

        stored = stored with { ExportId = export.ExportId };
        var (route, refusal) = await routes.OpenAsync(export, cancellationToken).ConfigureAwait(false);
        if (route is null)
        {
            var delivery = refusal!.NextStep == NextStep.None ? CommentDelivery.None : CommentDelivery.Failed;
            return await StoreAsync(stored with { Delivery = delivery, Failure = refusal }, cancellationToken).ConfigureAwait(false);
        }

        var judged = await routes.JudgeAsync(route, comment.Text, cancellationToken).ConfigureAwait(false);
        return judged.Text is { } text
            ? await AddAndSendAsync(stored with { Text = CommentTexts.Cut(text) }, route, cancellationToken).ConfigureAwait(false)
            : CommentResults.Without(CommentOutcomeKind.ContentUnsafe, CommentFailures.Unsafe(judged.Findings));
    }

    public async Task<CommentResult> SendAsync(string accountId, string commentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(commentId);
        if (await ledger.FindCommentAsync(accountId, commentId, cancellationToken).ConfigureAwait(false) is not { IsShown: true } entry)
        {
            return CommentResults.Without(CommentOutcomeKind.NotFound);
        }

        var maySend = entry.Comment is { IsPrivate: false, Origin: CommentOrigin.Internal, Delivery: not CommentDelivery.Delivered };
        var export = maySend ? await routes.FindExportAsync(accountId, entry.Comment.Source, cancellationToken).ConfigureAwait(false) : null;
        if (export is null)
        {
            return CommentResults.Of(entry);
        }

        var (route, refusal) = await routes.OpenAsync(export, cancellationToken).ConfigureAwait(false);
        if (route is null)
        {
            return CommentResults.Of(entry) with { Outcome = CommentOutcomeKind.Refused, Failure = refusal };
        }

        var judged = await routes.JudgeAsync(route, entry.Comment.Text, cancellationToken).ConfigureAwait(false);
        if (judged.Text is not { } text)
        {
            return CommentResults.Of(entry) with { Outcome = CommentOutcomeKind.Refused, Failure = CommentFailures.Unsafe(judged.Findings) };
        }

        var claimed = await claimer.ClaimAsync(route, commentId, cancellationToken).ConfigureAwait(false);
        return await sender.SendAsync(claimed, route, text, cancellationToken).ConfigureAwait(false);
    }

    private ThreadComment StoredOf(CommentDraft comment)
    {
        var now = time.GetUtcNow();
        return new()
        {
            CommentId = comment.CommentId ?? Guid.CreateVersion7(now).ToString("N"),
            AccountId = comment.AccountId,
            Source = comment.Source,
            Origin = CommentOrigin.Internal,
            Author = comment.Author,
            Text = comment.Text,
            WrittenAt = now,
            IsPrivate = comment.IsPrivate,
        };
    }

    private async Task<CommentResult> StoreAsync(ThreadComment comment, CancellationToken cancellationToken) =>
        await ledger.AddCommentAsync(new NewComment { Comment = comment }, cancellationToken).ConfigureAwait(false) switch
        {
            CommentAddResult.Stored stored => CommentResults.Of(stored.Entry),
            CommentAddResult.Known known => CommentResults.Of(known.Entry),
            _ => CommentResults.Without(CommentOutcomeKind.Conflict),
        };

    private async Task<CommentResult> AddAndSendAsync(ThreadComment comment, CommentRoute route, CancellationToken cancellationToken)
    {
        var wish = new NewComment { Comment = comment, Claim = claimer.WishOf(route, comment.CommentId) };
        return await ledger.AddCommentAsync(wish, cancellationToken).ConfigureAwait(false) switch
        {
            CommentAddResult.Stored { Claim: { } claimed } => await sender.SendAsync(claimed, route, comment.Text, cancellationToken).ConfigureAwait(false),
            CommentAddResult.Stored stored => CommentResults.Of(stored.Entry),
            CommentAddResult.Known known => CommentResults.Of(known.Entry),
            _ => CommentResults.Without(CommentOutcomeKind.Conflict),
        };
    }
}
