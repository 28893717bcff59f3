using System.Globalization;
using TicketExport.Pipeline;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Decides on enqueuing an export for a worker.</summary>
    /// <param name="request">The export.</param>
    /// <param name="situation">What the ledger holds for its keys.</param>
    /// <param name="now">The ledger's clock.</param>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static EnqueueDecision Enqueue(EnqueueRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(situation);
        LedgerText.ThrowIfUnsafe(request);
        var generation = situation.Generation ?? 1;
        if (request.Keys.Generation != generation)
        {
            return new(new EnqueueResult.GenerationChanged(generation));
        }

        if (OtherHolder(situation) is { } other && BlockedBy(other, now) is { } blocked)
        {
            return new(Answer(blocked));
        }

        if (situation.Own is { } own && own.Export.Status != ExportStatus.Approved && BlockedBy(own, now) is { } waits)
        {
            return new(Answer(waits));
        }

        var entry = Approve(request, situation, LedgerTime.Floor(now));
        return new(new EnqueueResult.Enqueued(entry.Export))
        {
            Write = entry,
            NewHolderId = situation.Holder?.Export.ExportId == entry.Export.ExportId ? null : entry.Export.ExportId,
        };
    }

    /// <summary>The end of a target's pause after another one was asked for; the later of both.</summary>
    public static DateTimeOffset? Pause(DateTimeOffset? current, DateTimeOffset? asked)
    {
        var until = LedgerTime.Ceiling(asked);
        return current > until || until is null ? current : until;
    }

    private static EnqueueResult Answer(ClaimResult blocked) => blocked switch
    {
        ClaimResult.Linked linked => new EnqueueResult.Linked(linked.Holder),
        ClaimResult.Held held => new EnqueueResult.Held(held.Holder),
        ClaimResult.Waiting waiting => new EnqueueResult.Waiting(waiting.Holder),
        _ => throw new InvalidOperationException($"{blocked.GetType()} blocks nothing."),
    };

    // One that waits for its first try keeps its place; one that ended without a ticket lines up anew.
    private static LedgerEntry Approve(EnqueueRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        var own = situation.Own ?? new LedgerEntry { Export = NewExport(request, now) };
        return own with
        {
            Export = own.Export with
            {
                Status = ExportStatus.Approved,
                ProviderKey = request.ProviderKey,
                ReportId = request.ReportId,
                RetryAt = own.Export.RetryAt ?? now,
                Failure = null,
                UpdatedAt = now,
            },
        };
    }

    private static ExportRecord NewExport(EnqueueRequest request, DateTimeOffset now) => new()
    {
        ExportId = request.ExportId,
        Account = request.Account,
        Source = request.Source,
        TargetId = request.TargetId,
        ProviderKey = request.ProviderKey,
        Fingerprint = request.Keys.Fingerprint,
        IdempotencyKey = request.Keys.IdempotencyKey,
        Generation = request.Keys.Generation,
        Status = ExportStatus.Approved,
        FencingToken = 0,
        Attempts = 0,
        CreatedAt = now,
        UpdatedAt = now,
    };

    // What was unlinked belongs to an older generation and guards nothing any more.
    private static LedgerEntry? OtherHolder(ClaimSituation situation) =>
        situation.Holder is { } holder
            && holder.Export.ExportId != situation.Own?.Export.ExportId
            && holder.Export.Generation >= situation.Generation
            ? holder
            : null;

    // Nothing is sent to a paused target, and the wish to export is kept.
    private static ClaimDecision WaitForTarget(LedgerEntry entry, DateTimeOffset until, DateTimeOffset now)
    {
        var written = entry with
        {
            Export = entry.Export with
            {
                Status = entry.HasOpenAttempt ? ExportStatus.DeliveryUnknown : ExportStatus.RetryScheduled,
                RetryAt = until,
                Failure = entry.HasOpenAttempt ? entry.Export.Failure : Paused(entry.Export.TargetId, until),
                UpdatedAt = now,
            },
        };
        return new(new ClaimResult.Waiting(written.Export)) { Write = written };
    }

    // Another export got the ticket; without this the loser would be due for ever.
    private static LedgerEntry? StopWaiting(LedgerEntry loser, LedgerEntry holder, DateTimeOffset now) =>
        DueRules.DueAt(loser) <= now && !loser.HasOpenAttempt
            ? loser with
            {
                Export = loser.Export with
                {
                    Status = ExportStatus.Blocked,
                    RetryAt = null,
                    Failure = FailureMap.Duplicate(holder.Export),
                    UpdatedAt = LedgerTime.Floor(now),
                },
            }
            : null;

    private static ExportFailure Paused(string targetId, DateTimeOffset until) => new()
    {
        Code = ExportCodes.DeliveryFailed,
        Reason = FailureReason.RateLimited,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"Target {targetId} asked all requests to wait until {until:yyyy-MM-dd'T'HH:mm:ss'Z'}. Nothing was sent; the export goes out after that."),
        NextStep = NextStep.Wait,
        IsTransient = true,
    };
}
