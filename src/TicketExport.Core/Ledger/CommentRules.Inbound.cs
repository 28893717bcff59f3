using TicketExport.Comments;
using TicketExport.Identity;
using TicketExport.Providers;

namespace TicketExport.Ledger;

public static partial class CommentRules
{
    /// <summary>Decides on what a tracker tells about a comment.</summary>
    /// <exception cref="ArgumentException">The comment holds text that cannot be stored or is too long, or the kind is none of a comment's.</exception>
    public static CommentChange<InboundCommentResult> Receive(InboundComment comment, CommentSituation situation, DateTimeOffset now)
    {
        ThrowIfUnusable(comment);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Stamped is { } known)
        {
            return comment.Kind switch
            {
                InboundEventKind.CommentAdded => Again(comment, known),
                InboundEventKind.CommentEdited => Edit(comment, known),
                _ => Delete(comment, known),
            };
        }

        if (comment.IsPrivate)
        {
            return new(InboundCommentResult.Private);
        }

        return OwnOf(comment, situation) is { } own ? Recognise(comment, own, situation) : Take(comment, situation, now);
    }

    private static CommentChange<InboundCommentResult> Again(InboundComment comment, CommentEntry known)
    {
        if (known.Comment.Origin != CommentOrigin.Internal)
        {
            return new(known.IsShown ? InboundCommentResult.Duplicate : InboundCommentResult.Older);
        }

        // One of ours that came back tells who we are at this tracker. Its text, on the other hand, is only our own in the tracker's markup.
        var seen = known with { ActorId = known.ActorId ?? comment.ActorId, OccurredAt = known.OccurredAt ?? Floor(comment.OccurredAt) };
        return new(InboundCommentResult.Echo) { Writes = seen == known ? [] : [seen] };
    }

    private static CommentChange<InboundCommentResult> Edit(InboundComment comment, CommentEntry known)
    {
        var isOurs = known.Comment.Origin == CommentOrigin.Internal;
        if (known.Comment.IsDeleted || known.OccurredAt > Floor(comment.OccurredAt))
        {
            return new(InboundCommentResult.Older);
        }

        if (comment.IsPrivate)
        {
            return isOurs || known.Comment.IsPrivate ? new(InboundCommentResult.Private) : Write(Hidden(known, comment));
        }

        var edited = known with
        {
            IsShown = true,
            OccurredAt = Floor(comment.OccurredAt) ?? known.OccurredAt,
            Comment = known.Comment with
            {
                Text = comment.Text,
                EditedAt = Floor(comment.OccurredAt) ?? known.Comment.EditedAt ?? known.Comment.WrittenAt,
                IsPrivate = isOurs && known.Comment.IsPrivate,
            },
        };
        return edited.Comment.Text == known.Comment.Text && edited.IsShown == known.IsShown ? new(InboundCommentResult.Duplicate) : Write(edited);
    }

    // Whatever is older or newer: what was deleted at a tracker does not come back.
    private static CommentChange<InboundCommentResult> Delete(InboundComment comment, CommentEntry known) => known.Comment.IsDeleted
        ? new(InboundCommentResult.Duplicate)
        : Write(known with
        {
            OccurredAt = Floor(comment.OccurredAt) ?? known.OccurredAt,
            Comment = known.Comment with
            {
                IsDeleted = true,
                Text = known.Comment.Origin == CommentOrigin.Internal ? known.Comment.Text : "",
            },
        });

    // Became private at the tracker: the thread forgets it, and remembers when, so that an older event does not bring it back.
    private static CommentEntry Hidden(CommentEntry known, InboundComment comment) => known with
    {
        IsShown = false,
        OccurredAt = Floor(comment.OccurredAt) ?? known.OccurredAt,
        Comment = known.Comment with { IsPrivate = true, Text = "" },
    };

    private static CommentChange<InboundCommentResult> Take(InboundComment comment, CommentSituation situation, DateTimeOffset now)
    {
        var isDeleted = comment.Kind == InboundEventKind.CommentDeleted;
        var isAwaited = IsAwaited(comment, situation, now);
        var entry = new CommentEntry
        {
            IsShown = !isDeleted,
            HeldUntil = isAwaited && !isDeleted ? LedgerTime.Floor(now) + LongestHold : null,
            TargetId = comment.TargetId,
            TicketId = comment.TicketId,
            OccurredAt = Floor(comment.OccurredAt),
            ActorId = comment.ActorId,
            Comment = new()
            {
                CommentId = comment.NewCommentId,
                AccountId = comment.AccountId,
                Source = comment.Source,
                Origin = CommentOrigin.External,
                Author = comment.Author,
                Text = isDeleted ? "" : comment.Text,
                WrittenAt = LedgerTime.Floor(comment.WrittenAt),
                EditedAt = comment.Kind == InboundEventKind.CommentEdited ? Floor(comment.OccurredAt) ?? LedgerTime.Floor(comment.WrittenAt) : null,
                IsDeleted = isDeleted,
                ExportId = comment.ExportId,
                ExternalCommentId = comment.ExternalCommentId,
            },
        };
        return new(entry.HeldUntil is null ? InboundCommentResult.Applied : InboundCommentResult.Held) { Writes = [entry] };
    }

    // Somebody else's is told at once; while nobody knows who we are there, or where it is us, one of ours may be on its way. Who edits a
    // comment says nothing about who wrote it.
    private static bool IsAwaited(InboundComment comment, CommentSituation situation, DateTimeOffset now) =>
        (comment.Kind == InboundEventKind.CommentEdited || situation.OwnActorId is null || comment.ActorId is null || comment.ActorId == situation.OwnActorId)
        && situation.Unsettled.Any(entry => entry.IsOpen && (entry.LeaseUntil > now || entry.TriedAt + LongestHold > now));

    // By its mark, and by our own identity as well: people quote comments with all that is in them.
    private static CommentEntry? OwnOf(InboundComment comment, CommentSituation situation) =>
        comment is { Kind: InboundEventKind.CommentAdded, OwnCommentId: { } mark, ActorId: { } actor } && actor == situation.OwnActorId
            ? situation.Unsettled.FirstOrDefault(entry => entry.IsOpen && (mark == entry.Comment.CommentId || mark == CommentMark.Of(entry.Comment.CommentId)))
            : null;

    private static CommentChange<InboundCommentResult> Recognise(InboundComment comment, CommentEntry own, CommentSituation situation)
    {
        var stamped = Stamped(own, comment.ExternalCommentId, external: null) with
        {
            ActorId = comment.ActorId,
            OccurredAt = Floor(comment.OccurredAt),
        };
        return new(InboundCommentResult.Echo) { Writes = [stamped, .. Released(situation, own)] };
    }

    /// <summary>One of ours that stands at the tracker, with what the tracker told about it before that was known.</summary>
    private static CommentEntry Stamped(CommentEntry entry, string externalCommentId, CommentEntry? external) => entry with
    {
        LeaseUntil = null,
        IsOpen = false,
        ActorId = external?.ActorId ?? entry.ActorId,
        OccurredAt = external?.OccurredAt ?? entry.OccurredAt,
        Comment = entry.Comment with
        {
            ExternalCommentId = externalCommentId,
            Delivery = CommentDelivery.Delivered,
            RetryAt = null,
            Failure = null,
            Text = external?.Comment is { EditedAt: not null, IsDeleted: false, IsPrivate: false } edited ? edited.Text : entry.Comment.Text,
            EditedAt = external?.Comment.EditedAt ?? entry.Comment.EditedAt,
            IsDeleted = external?.Comment.IsDeleted ?? false,
        },
    };

    // What was held is somebody else's once nothing of ours is on its way any more.
    private static IEnumerable<CommentEntry> Released(CommentSituation situation, CommentEntry settled, CommentEntry? removed = null) =>
        situation.Unsettled.Any(entry => entry.IsOpen && entry.Comment.CommentId != settled.Comment.CommentId)
            ? []
            : situation.Unsettled
                .Where(entry => entry.HeldUntil is not null && entry.Comment.CommentId != removed?.Comment.CommentId)
                .Select(static entry => entry with { HeldUntil = null });

    private static CommentChange<InboundCommentResult> Write(CommentEntry entry) => new(InboundCommentResult.Applied) { Writes = [entry] };

    private static DateTimeOffset? Floor(DateTimeOffset? at) => at is { } value ? LedgerTime.Floor(value) : null;
}
