using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Comments.Races;

internal sealed partial class CommentWorld
{
    private ThreadComment[] Thread() =>
        [.. _ledger.ListCommentsAsync("acme", Source, new PageRequest { Size = PageRequest.MaxSize }, default).GetAwaiter().GetResult().Items];

    /// <summary>What must hold at every moment.</summary>
    private string? CheckShown()
    {
        var shown = Thread();
        if (shown.Where(static comment => comment.ExternalCommentId is not null).GroupBy(static comment => comment.ExternalCommentId).Any(static same => same.Count() > 1))
        {
            return "one comment of the tracker is shown twice";
        }

        if (_tracker.Comments.Where(static comment => comment.OwnId is not null).GroupBy(static comment => comment.OwnId).Any(static same => same.Count() > 1))
        {
            return "one comment was added at the tracker twice";
        }

        if (shown.Any(comment => _tracker.Comments.Any(there => there.IsPrivate && there.Id == comment.ExternalCommentId)))
        {
            return "a private comment came in";
        }

        // A stranger's copy of one of ours may be seen only where no try was on its way any more, or after the longest hold.
        return shown.FirstOrDefault(comment => comment.Origin == CommentOrigin.External && IsEarly(comment)) is { } early
            ? $"comment {early.ExternalCommentId} of ours is shown as somebody else's while its stamp is awaited"
            : null;
    }

    private bool IsEarly(ThreadComment comment) =>
        _tracker.Comments.FirstOrDefault(there => there.Id == comment.ExternalCommentId) is { OwnId: not null, DeliveredAt: { } delivered } ours
        && delivered - ours.StartedAt < CommentRules.LongestHold
        && _time.GetUtcNow() - delivered < CommentRules.LongestHold;

    /// <summary>Nothing fails any more: everything is told, answered and worked on.</summary>
    private string? Settle()
    {
        for (var round = 0; round < 200; round++)
        {
            foreach (var call in _tracker.Calls.ToArray())
            {
                _tracker.Answer(call, new CommentOutcome.Posted((call.Done ?? _tracker.CarryOut(call)).Id));
            }

            while (_tracker.Outbox.Count > 0)
            {
                Deliver();
            }

            _time.Advance(TimeSpan.FromMinutes(10));
            Work(_nodes[round % 2]);
            if (CheckShown() is { } broken)
            {
                return broken;
            }
        }

        return _running.FirstOrDefault(static task => task.IsFaulted) is { } faulted ? $"it threw {faulted.Exception!.InnerException}" : null;
    }

    /// <summary>What must hold in the end.</summary>
    private string? CheckEnd()
    {
        var shown = Thread();
        foreach (var id in _written)
        {
            var here = shown.Where(comment => comment.CommentId == id).ToArray();
            var there = _tracker.Comments.Where(comment => comment.OwnId == id).ToArray();
            if (here.Length != 1 || there.Length != 1 || here[0].ExternalCommentId != there[0].Id || here[0].Delivery != CommentDelivery.Delivered)
            {
                return $"{id} is {here.Length} time(s) here and {there.Length} time(s) there";
            }
        }

        var strangers = shown.Where(static comment => comment.Origin == CommentOrigin.External).ToArray();
        var people = _tracker.Comments.Where(static comment => comment is { OwnId: null, IsPrivate: false }).ToArray();
        return strangers.Select(static comment => comment.ExternalCommentId).Except(people.Select(static comment => comment.Id)).FirstOrDefault() is { } alien
            ? $"comment {alien} is shown as a person's"
            : _tracker.Comments.Where(static comment => !comment.IsPrivate).Select(there => Differs(there, shown)).OfType<string>().FirstOrDefault();
    }

    // A comment whose deletion was told first is never shown.
    private static string? Differs(TrackedComment there, ThreadComment[] shown)
    {
        var here = shown.SingleOrDefault(comment => comment.ExternalCommentId == there.Id);
        return (here, there.IsDeleted) switch
        {
            (null, true) => null,
            (null, false) => $"comment {there.Id} is lost",
            ({ IsDeleted: false }, true) => $"comment {there.Id} came back from its deletion",
            ({ IsDeleted: true }, false) => $"comment {there.Id} counts as deleted",
            ({ IsDeleted: false }, false) when here.Text != there.Text => $"comment {there.Id} has an older text",
            _ => null,
        };
    }
}
