using System.Collections.Immutable;
using TicketExport.Comments;

namespace TicketExport.Ledger;

public sealed partial class InMemoryExportLedger
{
    private readonly Dictionary<(string Account, string CommentId), CommentEntry> _comments = [];

    /// <inheritdoc/>
    public Task<CommentAddResult> AddCommentAsync(NewComment comment, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(comment);
        return Locked(
            () =>
            {
                var situation = SituationOf(comment.Comment.AccountId, comment.Comment.CommentId, comment.Claim?.ExportId);
                return Keep(comment.Comment.AccountId, CommentRules.Add(comment, situation, _time.GetUtcNow()));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommentEntry?> FindCommentAsync(string accountId, string commentId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(commentId);
        return Locked(() => _comments.GetValueOrDefault((accountId, commentId)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<ThreadComment>> ListCommentsAsync(string accountId, SourceKey source, PageRequest page, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(accountId, source);
        var start = PageCursor.Read(page, CommentRules.Thread);
        return Locked(() => CommentRules.ToPage(ReadThread(accountId, source, start, page.Size + 1), page), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommentClaimResult> ClaimCommentAsync(CommentClaimRequest request, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(request);
        return Locked(
            () => Keep(
                request.AccountId,
                CommentRules.Claim(request, SituationOf(request.AccountId, request.CommentId, request.ExportId), _time.GetUtcNow())),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommentEntry?> RecordCommentAsync(CommentClaim claim, CommentUpdate update, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(claim, update);
        return Locked(() => RecordComment(claim, update), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InboundCommentResult> ReceiveCommentAsync(InboundComment comment, CancellationToken cancellationToken)
    {
        CommentRules.ThrowIfUnusable(comment);
        return Locked(
            () => Keep(comment.AccountId, CommentRules.Receive(comment, SituationOf(comment), _time.GetUtcNow())),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<DueExport>> FindDueCommentsAsync(DueQuery query, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        return Locked(() => FindDueComments(query, _time.GetUtcNow()), cancellationToken);
    }

    private List<ThreadComment> ReadThread(string accountId, SourceKey source, PageCursor? start, int most) =>
        [.. _comments.Values
            .Where(entry => entry.Comment.AccountId == accountId && entry.Comment.Source == source && CommentRules.IsVisible(entry, _time.GetUtcNow()))
            .Select(static entry => entry.Comment)
            .OrderBy(static comment => comment.WrittenAt)
            .ThenBy(static comment => comment.CommentId, LedgerText.Order)
            .Where(comment => start is null || IsBehind(comment, start))
            .Take(most)];

    private static bool IsBehind(ThreadComment comment, PageCursor start)
    {
        var at = comment.WrittenAt.ToUnixTimeMilliseconds();
        return at > start.Number || (at == start.Number && LedgerText.Compare(comment.CommentId, start.Id) > 0);
    }

    private CommentEntry? RecordComment(CommentClaim claim, CommentUpdate update)
    {
        var situation = SituationOf(claim.AccountId, claim.CommentId, exportId: null);
        if (situation.Own is { TargetId: { } target, TicketId: { } ticket })
        {
            situation = situation with
            {
                Stamped = FindStamped(claim.AccountId, target, ticket, (update as CommentUpdate.Posted)?.ExternalCommentId),
                Unsettled = ListUnsettled(claim.AccountId, target, ticket),
            };
        }

        return Keep(claim.AccountId, CommentRules.Record(claim, update, situation));
    }

    private ImmutableArray<DueExport> FindDueComments(DueQuery query, DateTimeOffset now) => DueRules.Order(
        _comments.Values
            .Where(entry => entry.TargetId is not null && CommentRules.DueAt(entry) <= now)
            .Select(static entry => new DueExport(new TargetKey(entry.Comment.AccountId, entry.TargetId!), entry.Comment.CommentId, CommentRules.DueAt(entry)!.Value))
            .Where(due => !query.Excluded.Contains(due.Target) && !(PauseOf(due.Target) > now) && !StateOf(due.Target).IsDisabled),
        query);

    private CommentSituation SituationOf(string accountId, string commentId, string? exportId)
    {
        var export = exportId is null ? null : _entries.GetValueOrDefault((accountId, exportId))?.Export;
        return new()
        {
            Own = _comments.GetValueOrDefault((accountId, commentId)),
            Export = export,
            PausedUntil = export is null ? null : PauseOf(new TargetKey(accountId, export.TargetId)),
        };
    }

    private CommentSituation SituationOf(InboundComment comment) => new()
    {
        Stamped = FindStamped(comment.AccountId, comment.TargetId, comment.TicketId, comment.ExternalCommentId),
        Unsettled = ListUnsettled(comment.AccountId, comment.TargetId, comment.TicketId),
        OwnActorId = _comments.Values
            .Where(entry => entry.Comment is { Origin: CommentOrigin.Internal, Delivery: CommentDelivery.Delivered } && entry.ActorId is not null)
            .Where(entry => entry.Comment.AccountId == comment.AccountId && entry.TargetId == comment.TargetId)
            .OrderByDescending(static entry => entry.TriedAt)
            .FirstOrDefault()?.ActorId,
    };

    private CommentEntry? FindStamped(string accountId, string targetId, string ticketId, string? externalCommentId) => externalCommentId is null
        ? null
        : ListOfTicket(accountId, targetId, ticketId).FirstOrDefault(entry => entry.Comment.ExternalCommentId == externalCommentId);

    private ImmutableArray<CommentEntry> ListUnsettled(string accountId, string targetId, string ticketId) =>
        [.. ListOfTicket(accountId, targetId, ticketId).Where(CommentRules.IsUnsettled)];

    private IEnumerable<CommentEntry> ListOfTicket(string accountId, string targetId, string ticketId) => _comments.Values
        .Where(entry => entry.Comment.AccountId == accountId && entry.TargetId == targetId && entry.TicketId == ticketId);

    private TResult Keep<TResult>(string accountId, CommentChange<TResult> change)
    {
        if (change.RemovedId is { } removed)
        {
            _comments.Remove((accountId, removed));
        }

        foreach (var entry in change.Writes)
        {
            _comments[(accountId, entry.Comment.CommentId)] = entry;
        }

        if (change is { PauseTargetUntil: { } asked, Writes: [{ TargetId: { } targetId }, ..] }
            && LedgerRules.Pause(PauseOf(new TargetKey(accountId, targetId)), asked) is { } until)
        {
            _pauses[new TargetKey(accountId, targetId)] = until;
        }

        return change.Result;
    }
}
