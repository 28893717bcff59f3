using System.Collections.Immutable;
using TicketExport.Comments;

namespace TicketExport.Ledger;

public static partial class CommentRules
{
    /// <summary>Decides on a comment of the host's.</summary>
    /// <exception cref="ArgumentException">The comment holds text that cannot be stored, or is none of the host's.</exception>
    public static CommentChange<CommentAddResult> Add(NewComment comment, CommentSituation situation, DateTimeOffset now)
    {
        ThrowIfUnusable(comment);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Own is { } own)
        {
            return new(IsSame(own.Comment, comment.Comment) ? new CommentAddResult.Known(own) : new CommentAddResult.Conflict());
        }

        var entry = new CommentEntry
        {
            Comment = comment.Comment with
            {
                WrittenAt = LedgerTime.Floor(comment.Comment.WrittenAt),
                RetryAt = LedgerTime.Ceiling(comment.Comment.RetryAt),
            },
        };
        if (comment.Claim is not { } claim)
        {
            return new(new CommentAddResult.Stored(entry, null)) { Writes = [entry] };
        }

        var decision = Claim(claim, situation with { Own = entry }, now);
        var written = decision.Writes.IsEmpty ? entry : decision.Writes[0];
        return new(new CommentAddResult.Stored(written, decision.Result)) { Writes = [written] };
    }

    /// <summary>Decides on a claim to send a comment.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static CommentChange<CommentClaimResult> Claim(CommentClaimRequest request, CommentSituation situation, DateTimeOffset now)
    {
        ThrowIfUnusable(request);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Own is not { } entry)
        {
            return new(new CommentClaimResult.NotFound());
        }

        if (entry.LeaseUntil > now)
        {
            return new(entry.ClaimId == request.ClaimId && TicketOf(situation.Export) is { } held
                ? new CommentClaimResult.ToSend(ClaimOf(entry, held, isInDoubt: entry.Tries > 1), entry)
                : new CommentClaimResult.Waiting(entry.LeaseUntil.Value, entry));
        }

        if (!MaySend(request, entry, now))
        {
            return new(new CommentClaimResult.Settled(entry));
        }

        if (TicketOf(situation.Export) is not { } ticket)
        {
            return Unlinked(entry);
        }

        var begun = Begun(request, entry, situation.Export!, ticket);
        if (WaitOf(begun, situation.PausedUntil, now) is { } until)
        {
            return Wait(begun with { Comment = begun.Comment with { ExportId = request.ExportId } }, until);
        }

        return Begin(request, begun, situation.Export!, now);
    }

    /// <summary>Decides on what a try came to.</summary>
    /// <returns>
    /// What to write, with <see langword="null"/> as its result where the claim was overtaken and nothing is written.
    /// </returns>
    /// <exception cref="ArgumentException">The update holds text that cannot be stored.</exception>
    public static CommentChange<CommentEntry?> Record(CommentClaim claim, CommentUpdate update, CommentSituation situation)
    {
        ThrowIfUnusable(claim, update);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Own is not { } entry || entry.ClaimId != claim.ClaimId || entry.FencingToken != claim.FencingToken)
        {
            return new((CommentEntry?)null);
        }

        // The webhook was faster than the answer, or this is the same record once more.
        if (entry.Comment.Delivery == CommentDelivery.Delivered)
        {
            return new(entry) { Writes = update is CommentUpdate.Posted told && EchoOf(entry, told) is { } reply ? [reply] : [] };
        }

        return update switch
        {
            CommentUpdate.Posted when situation.Stamped is { Comment.Origin: CommentOrigin.Internal } => Doubt(entry, new(IdTaken, RetryAt: null)),
            CommentUpdate.Posted posted => Stamp(entry, posted, situation),
            CommentUpdate.NotAdded refused => Refuse(entry, claim, refused, situation),
            CommentUpdate.InDoubt doubt => Doubt(entry, doubt),
            _ => throw new ArgumentException($"{update.GetType()} is not in the set.", nameof(update)),
        };
    }

    private static ExportFailure IdTaken => new()
    {
        Code = ExportCodes.DeliveryFailed,
        Reason = FailureReason.Conflict,
        Message = "The tracker gave the comment an id that another comment of this ticket has. Look at the ticket, and send the comment again if it is not there.",
        NextStep = NextStep.Confirm,
    };

    private static bool MaySend(CommentClaimRequest request, CommentEntry entry, DateTimeOffset now)
    {
        var comment = entry.Comment;
        if (comment.IsPrivate || comment.Origin != CommentOrigin.Internal || comment.Delivery == CommentDelivery.Delivered)
        {
            return false;
        }

        return !request.IsDueWork || DueAt(entry) <= now;
    }

    // A tracker that is asked too early about a try of unknown outcome may not know of it yet.
    private static DateTimeOffset? WaitOf(CommentEntry entry, DateTimeOffset? pausedUntil, DateTimeOffset now)
    {
        var settles = entry is { IsOpen: true, LeaseUntil: null, Comment.Delivery: CommentDelivery.Pending } ? entry.Comment.RetryAt : null;
        var latest = pausedUntil > now ? pausedUntil : null;
        return settles > now && !(latest > settles) ? settles : latest;
    }

    private static CommentChange<CommentClaimResult> Wait(CommentEntry entry, DateTimeOffset until)
    {
        var waiting = entry with
        {
            LeaseUntil = null,
            Comment = entry.Comment with { Delivery = CommentDelivery.Pending, RetryAt = LedgerTime.Ceiling(until) },
        };
        return new(new CommentClaimResult.Waiting(until, waiting)) { Writes = [waiting] };
    }

    // Nothing is sent where there is no ticket, and a later one does not take it up by itself.
    private static CommentChange<CommentClaimResult> Unlinked(CommentEntry entry)
    {
        var stopped = entry with
        {
            LeaseUntil = null,
            Comment = entry.Comment with { Delivery = entry.IsOpen ? CommentDelivery.InDoubt : CommentDelivery.None, RetryAt = null },
        };
        return new(new CommentClaimResult.NotLinked(stopped)) { Writes = stopped == entry ? [] : [stopped] };
    }

    // What may stand at a former ticket says nothing about this one. A person who asks for a comment in doubt has looked; a worker has not.
    private static CommentEntry Begun(CommentClaimRequest request, CommentEntry entry, ExportRecord export, TicketReference ticket)
    {
        if (entry.TargetId != export.TargetId || entry.TicketId != ticket.ProviderTicketId)
        {
            return entry with { TargetId = export.TargetId, TicketId = ticket.ProviderTicketId, IsOpen = false, Tries = 0, FirstTriedAt = null };
        }

        return !request.IsDueWork && entry.Comment.Delivery == CommentDelivery.InDoubt ? entry with { IsOpen = false } : entry;
    }

    private static CommentChange<CommentClaimResult> Begin(CommentClaimRequest request, CommentEntry entry, ExportRecord export, DateTimeOffset now)
    {
        var at = LedgerTime.Floor(now);
        var claimed = entry with
        {
            ClaimId = request.ClaimId,
            FencingToken = checked(entry.FencingToken + 1),
            LeaseUntil = LedgerTime.Ceiling(at + request.LeaseDuration),
            IsOpen = true,
            Tries = checked(entry.Tries + 1),
            FirstTriedAt = entry.FirstTriedAt ?? at,
            TriedAt = at,
            Comment = entry.Comment with { ExportId = request.ExportId, Delivery = CommentDelivery.Pending, RetryAt = null },
        };
        return new(new CommentClaimResult.ToSend(ClaimOf(claimed, export.Ticket!, entry.IsOpen), claimed)) { Writes = [claimed] };
    }

    private static CommentClaim ClaimOf(CommentEntry entry, TicketReference ticket, bool isInDoubt) => new()
    {
        AccountId = entry.Comment.AccountId,
        CommentId = entry.Comment.CommentId,
        ClaimId = entry.ClaimId!,
        FencingToken = entry.FencingToken,
        LeaseUntil = entry.LeaseUntil!.Value,
        Ticket = ticket,
        IsInDoubt = isInDoubt,
        Tries = entry.Tries,
        FirstTriedAt = entry.FirstTriedAt!.Value,
    };

    private static CommentChange<CommentEntry?> Refuse(CommentEntry entry, CommentClaim claim, CommentUpdate.NotAdded refused, CommentSituation situation)
    {
        var settled = entry with
        {
            LeaseUntil = null,
            IsOpen = claim.IsInDoubt,
            Comment = entry.Comment with
            {
                Failure = refused.Failure,
                RetryAt = LedgerTime.Ceiling(refused.RetryAt),
                Delivery = refused.RetryAt is not null ? CommentDelivery.Pending : claim.IsInDoubt ? CommentDelivery.InDoubt : CommentDelivery.Failed,
            },
        };
        return new(settled)
        {
            Writes = [settled, .. settled.IsOpen ? [] : Released(situation, entry)],
            PauseTargetUntil = refused.PauseTargetUntil,
        };
    }

    private static CommentChange<CommentEntry?> Doubt(CommentEntry entry, CommentUpdate.InDoubt doubt)
    {
        var open = entry with
        {
            LeaseUntil = null,
            IsOpen = true,
            Comment = entry.Comment with
            {
                Failure = doubt.Failure,
                RetryAt = LedgerTime.Ceiling(doubt.RetryAt),
                Delivery = doubt.RetryAt is null ? CommentDelivery.InDoubt : CommentDelivery.Pending,
            },
        };
        return new(open) { Writes = [open] };
    }

    private static CommentChange<CommentEntry?> Stamp(CommentEntry entry, CommentUpdate.Posted posted, CommentSituation situation)
    {
        var stamped = Stamped(entry, posted.ExternalCommentId, situation.Stamped);
        ImmutableArray<CommentEntry> echo = EchoOf(stamped, posted) is { } reply ? [reply] : [];
        return new(stamped)
        {
            RemovedId = situation.Stamped?.Comment.CommentId,
            Writes = [stamped, .. echo, .. Released(situation, entry, situation.Stamped)],
        };
    }

    private static CommentEntry? EchoOf(CommentEntry entry, CommentUpdate.Posted posted) => posted.Echo is not { } echo
        ? null
        : new()
        {
            TargetId = entry.TargetId,
            TicketId = entry.TicketId,
            Comment = new()
            {
                CommentId = posted.EchoId!,
                AccountId = entry.Comment.AccountId,
                Source = entry.Comment.Source,
                Origin = CommentOrigin.External,
                Author = echo.Author,
                Text = echo.Text,
                WrittenAt = LedgerTime.Floor(echo.WrittenAt),
                ExportId = entry.Comment.ExportId,
                ExternalCommentId = echo.CommentId,
            },
        };

    // Sent again with the text it has; who wrote it first and when says nothing about that.
    private static bool IsSame(ThreadComment stored, ThreadComment asked) =>
        stored.Origin == CommentOrigin.Internal
        && stored.Source == asked.Source
        && stored.IsPrivate == asked.IsPrivate
        && stored.Author == asked.Author
        && (stored.EditedAt is not null || stored.Text == asked.Text);
}
