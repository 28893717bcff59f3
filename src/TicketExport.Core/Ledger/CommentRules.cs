using TicketExport.Comments;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>The decisions about comments as pure functions: every ledger decides through these, so that none can differ.</summary>
/// <remarks>None of them touches an export: a comment changes no document, status or finding.</remarks>
public static partial class CommentRules
{
    /// <summary>The longest name of an author, in UTF-16 characters.</summary>
    public const int MaxAuthor = 256;

    /// <summary>The longest text, in UTF-16 characters.</summary>
    public const int MaxText = 32_767;

    /// <summary>The longest id of a comment, ours or the tracker's, in UTF-16 characters.</summary>
    public const int MaxId = 128;

    /// <summary>The name of the list of a thread in its cursors.</summary>
    public const string Thread = "thread";

    /// <summary>How long an inbound comment is held at most that may be one of ours.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    /// <summary>When a comment is due for a worker; <see langword="null"/> when it waits for nobody.</summary>
    public static DateTimeOffset? DueAt(CommentEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.LeaseUntil ?? entry.Comment.RetryAt;
    }

    /// <summary>Whether a thread shows a comment.</summary>
    public static bool IsVisible(CommentEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.IsShown && !(entry.HeldUntil > now);
    }

    /// <summary>Whether a comment must be among <see cref="CommentSituation.Unsettled"/> of its ticket.</summary>
    public static bool IsUnsettled(CommentEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.IsOpen || entry.HeldUntil is not null;
    }

    /// <summary>Makes a page of a thread of comments that were read in their order, one beyond the page's size.</summary>
    public static Page<ThreadComment> ToPage(IReadOnlyList<ThreadComment> rows, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageCursor.ToPage(rows, page.Size, Thread, static row => new(row.WrittenAt.ToUnixTimeMilliseconds(), row.CommentId));
    }

    /// <summary>Refuses a look-up that cannot be answered.</summary>
    /// <exception cref="ArgumentException">An id cannot be stored.</exception>
    public static void ThrowIfUnusable(string accountId, SourceKey source)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(source.Type);
        LedgerText.ThrowIfUnsafe(source.Id);
    }

    /// <summary>Refuses a comment that cannot be stored.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored, is too long, or is none of the host's.</exception>
    public static void ThrowIfUnusable(NewComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var stored = comment.Comment;
        ThrowIfUnusable(stored.AccountId, stored.Source);
        ThrowIfUnsafe(stored.CommentId, 1, MaxId, nameof(stored.CommentId));
        ThrowIfUnsafe(stored.Author, 1, MaxAuthor, nameof(stored.Author));
        ThrowIfUnsafe(stored.Text, 1, MaxText, nameof(stored.Text));
        if (stored.Origin != CommentOrigin.Internal || stored.ExternalCommentId is not null)
        {
            throw new ArgumentException("Only a comment of the host's that was never sent is added; what comes from a tracker is received.", nameof(comment));
        }

        if (comment.Claim is { } claim)
        {
            ThrowIfUnusable(claim);
        }
    }

    /// <summary>Refuses a claim that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(CommentClaimRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        LedgerText.ThrowIfUnsafe(request.AccountId);
        LedgerText.ThrowIfUnsafe(request.CommentId);
        LedgerText.ThrowIfUnsafe(request.ExportId);
        LedgerText.ThrowIfUnsafe(request.ClaimId);
    }

    /// <summary>Refuses an update that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The update holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(CommentClaim claim, CommentUpdate update)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(update);
        LedgerText.ThrowIfUnsafe(claim.AccountId);
        LedgerText.ThrowIfUnsafe(claim.CommentId);
        if (update is not CommentUpdate.Posted posted)
        {
            return;
        }

        ThrowIfUnsafe(posted.ExternalCommentId, 1, MaxId, nameof(posted.ExternalCommentId));
        if (posted.Echo is { } echo)
        {
            ThrowIfUnsafe(posted.EchoId, 1, MaxId, nameof(posted.EchoId));
            ThrowIfUnsafe(echo.CommentId, 1, MaxId, nameof(echo.CommentId));
            ThrowIfUnsafe(echo.Author, 0, MaxAuthor, nameof(echo.Author));
            ThrowIfUnsafe(echo.Text, 0, MaxText, nameof(echo.Text));
        }
    }

    /// <summary>Refuses an inbound comment that cannot be stored.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored or is too long, or the kind is none of a comment's.</exception>
    public static void ThrowIfUnusable(InboundComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ThrowIfUnusable(comment.AccountId, comment.Source);
        LedgerText.ThrowIfUnsafe(comment.ExportId);
        LedgerText.ThrowIfUnsafe(comment.TargetId);
        LedgerText.ThrowIfUnsafe(comment.TicketId);
        ThrowIfUnsafe(comment.ExternalCommentId, 1, MaxId, nameof(comment.ExternalCommentId));
        ThrowIfUnsafe(comment.NewCommentId, 1, MaxId, nameof(comment.NewCommentId));
        ThrowIfUnsafe(comment.Author, 0, MaxAuthor, nameof(comment.Author));
        ThrowIfUnsafe(comment.Text, 0, MaxText, nameof(comment.Text));
        LedgerText.ThrowIfUnsafe(comment.ActorId);
        LedgerText.ThrowIfUnsafe(comment.OwnCommentId);
        if (comment.Kind is not (InboundEventKind.CommentAdded or InboundEventKind.CommentEdited or InboundEventKind.CommentDeleted))
        {
            throw new ArgumentException($"{comment.Kind} is not about a comment.", nameof(comment));
        }
    }

    private static TicketReference? TicketOf(ExportRecord? export) => export is { Ticket: { } ticket, Link: not LinkState.Unlinked } ? ticket : null;

    private static void ThrowIfUnsafe(string? text, int least, int most, string name)
    {
        LedgerText.ThrowIfUnsafe(text, name);
        if (text is null || text.Length < least || text.Length > most)
        {
            throw new ArgumentException($"{name} has {text?.Length ?? 0} characters; give it {least} to {most}.", name);
        }
    }
}
