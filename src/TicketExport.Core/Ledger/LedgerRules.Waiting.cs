using TicketExport.Pipeline;
using TicketExport.States;

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
        if (request.ApprovedBy is { } approver)
        {
            ThrowIfUnusable(approver);
        }

        if (Barred(request, situation, now) is { } barred)
        {
            return new(Answer(barred));
        }

        if (situation.Own is { } own && own.Export.Status != ExportStatus.Approved && BlockedBy(own, now) is { } waits)
        {
            return new(Answer(waits));
        }

        if (situation.Disabled is not null)
        {
            return EnqueueAtDisabled(request, situation, now);
        }

        var entry = Approve(request, situation, LedgerTime.Floor(now));
        return new(new EnqueueResult.Enqueued(entry.Export))
        {
            Write = entry,
            NewHolderId = NewHolder(entry, situation),
            Audit = request.ApprovedBy is { } by ? ApprovalOf(entry.Export, by, now) : null,
        };
    }

    private static AuditRecord ApprovalOf(ExportRecord export, AuditStamp by, DateTimeOffset now) => new()
    {
        AccountId = export.Account.Id,
        At = LedgerTime.Floor(now),
        By = by,
        Action = AuditAction.Approved,
        ExportId = export.ExportId,
    };

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
        ClaimResult.GenerationChanged changed => new EnqueueResult.GenerationChanged(changed.Generation),
        _ => throw new InvalidOperationException($"{blocked.GetType()} blocks nothing."),
    };

    // One that waits for its first try keeps its place; one that ended without a ticket lines up anew.
    private static LedgerEntry Approve(EnqueueRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        var own = situation.Own ?? new LedgerEntry { Export = NewExport(request, now) };
        return own with
        {
            Export = AskedAgain(own.Export, now) with
            {
                Status = ExportStatus.Approved,
                MappingStatus = MappingStatus.Complete,
                ProviderKey = request.ProviderKey,
                ReportId = request.ReportId,
                RetryAt = own.Export.RetryAt ?? now,
                Failure = null,
                UpdatedAt = now,
            },
        };
    }

    private static ExportRecord NewExport(ExportOrder request, DateTimeOffset now) => new()
    {
        ExportId = request.ExportId,
        Account = request.Account,
        Source = request.Source,
        ReportId = request.ReportId,
        TargetId = request.TargetId,
        ProviderKey = request.ProviderKey,
        Fingerprint = request.Keys.Fingerprint,
        IdempotencyKey = request.Keys.IdempotencyKey,
        Generation = request.Keys.Generation,
        Status = ExportStatus.Approved,
        FencingToken = 0,
        Attempts = 0,
        ApprovedAt = now,
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
            Export = AskedAgain(entry.Export, now) with
            {
                Status = entry.HasOpenAttempt ? ExportStatus.DeliveryUnknown : ExportStatus.RetryScheduled,
                RetryAt = until,
                Failure = entry.HasOpenAttempt ? entry.Export.Failure : FailureMap.Paused(entry.Export.TargetId, until),
                UpdatedAt = now,
            },
        };
        return new(new ClaimResult.Waiting(written.Export)) { Write = written };
    }

    // Another export got the ticket; without this the loser would be due for ever.
    private static ClaimDecision StopWaiting(LedgerEntry loser, ClaimResult.Linked linked, DateTimeOffset now)
    {
        if (DueRules.DueAt(loser) <= now && Stop(loser, FailureMap.DuplicateBlocked(linked.Holder), now) is { } stopped)
        {
            return new(linked with { Stopped = stopped.Export }) { Write = stopped };
        }

        return new(linked);
    }
}
