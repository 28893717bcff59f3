using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>
/// The decisions of a ledger as pure functions: an implementation reads, asks, and writes what it is told in one transaction.
/// </summary>
/// <remarks>Every ledger of the family decides through these, so that none can differ. Instants are whole milliseconds.</remarks>
public static partial class LedgerRules
{
    /// <summary>Decides on a claim.</summary>
    /// <param name="request">The claim.</param>
    /// <param name="situation">What the ledger holds for its keys.</param>
    /// <param name="now">The ledger's clock.</param>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static ClaimDecision Claim(ClaimRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(situation);
        LedgerText.ThrowIfUnsafe(request);
        if (Barred(request, situation, now) is { } barred)
        {
            return barred is ClaimResult.Linked linked && request.IsDueWork && situation.Own is { } loser
                ? StopWaiting(loser, linked, now)
                : new(barred);
        }

        var time = LedgerTime.Floor(now);
        var decision = situation.Own is { } own ? ClaimAgain(request, own, situation, time) : ClaimNew(request, situation, time);
        var exportId = situation.Own?.Export.ExportId ?? request.ExportId;
        return decision.Result is ClaimResult.Disabled || situation.Holder?.Export.ExportId == exportId ? decision : decision with { NewHolderId = exportId };
    }

    /// <summary>Writes what a claim came to into its entry.</summary>
    /// <returns>The entry as it must be stored, or <see langword="null"/> when the claim was overtaken.</returns>
    /// <exception cref="ArgumentException">
    /// The update has no status or attempt state, says that a ticket exists and none is known, or holds text that cannot be stored.
    /// </exception>
    public static LedgerEntry? Record(ExportClaim claim, ExportUpdate update, LedgerEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(entry);
        if (!IsCurrent(claim, entry) || entry.LastAttempt is not { } last || last.Number != claim.AttemptNumber)
        {
            return null;
        }

        var ticket = update.Ticket ?? entry.Export.Ticket;
        ThrowIfUnusable(update, ticket);
        if (entry.LeaseUntil is null && !entry.HasOpenAttempt)
        {
            // The same call again after a lost answer: what people changed since then stays.
            return entry;
        }

        var time = LedgerTime.Floor(now);
        return entry with
        {
            LeaseUntil = null,
            LastAttempt = Settle(last, update, time),
            Export = After(entry.Export, update, time),
        };
    }

    /// <summary>The export after an update, as it is stored.</summary>
    internal static ExportRecord After(ExportRecord export, ExportUpdate update, DateTimeOffset now)
    {
        var (ticket, time) = (update.Ticket ?? export.Ticket, LedgerTime.Floor(now));
        return export with
        {
            Status = update.Status,
            HasOpenAttempt = IsOpen(update.AttemptState),
            FailedTries = export.FailedTries + (update.AttemptState is AttemptState.NotSent or AttemptState.NotCreated ? 1 : 0),
            RateLimits = export.RateLimits + (update.AttemptState == AttemptState.RateLimited ? 1 : 0),
            MappingStatus = MappingOf(update.Failure, export.MappingStatus),
            RetryAt = ticket is null ? LedgerTime.Ceiling(update.RetryAt) : null,
            Failure = update.Failure,
            Ticket = ticket,
            Link = ticket is null ? LinkState.None : LinkState.Live,
            LinkedAt = ticket is null ? null : export.LinkedAt ?? time,
            UpdatedAt = time,
        };
    }

    private static bool IsOpen(AttemptState state) => state is AttemptState.Sending or AttemptState.Unknown;

    private static MappingStatus MappingOf(ExportFailure? failure, MappingStatus otherwise) =>
        failure?.Reason == FailureReason.MappingIncomplete ? MappingStatus.Incomplete : otherwise;

    private static void ThrowIfUnusable(ExportUpdate update, TicketReference? ticket)
    {
        LedgerText.ThrowIfUnsafe(update);
        if (update.Status == ExportStatus.Unknown || update.AttemptState == AttemptState.None)
        {
            throw new ArgumentException("Give the update a status and the attempt a state.", nameof(update));
        }

        if (ticket is null && (update.Status is ExportStatus.Exported or ExportStatus.PartialFailed || Made(update.AttemptState)))
        {
            throw new ArgumentException("The update says that the ticket exists; give the ticket with it.", nameof(update));
        }
    }

    // What failed after the ticket was made is the export's failure; the attempt keeps why it was in doubt. While it stays in
    // doubt it keeps its end too: settle windows count from there, and a look-up must not start one again.
    private static AttemptRecord Settle(AttemptRecord last, ExportUpdate update, DateTimeOffset time) => last with
    {
        State = update.AttemptState,
        EndedAt = update.AttemptState switch
        {
            AttemptState.Sending => null,
            AttemptState.Unknown when last.State == AttemptState.Unknown => last.EndedAt,
            _ => time,
        },
        Failure = Made(update.AttemptState) ? last.Failure : update.AttemptFailure ?? update.Failure ?? last.Failure,
    };

    private static bool Made(AttemptState state) => state is AttemptState.Created or AttemptState.Adopted;

    private static bool IsCurrent(ExportClaim claim, LedgerEntry entry) =>
        entry.Export.FencingToken == claim.FencingToken && entry.ClaimId == claim.ClaimId;

    // What no request may pass: another generation, or another export that has the ticket or may get it.
    private static ClaimResult? Barred(ExportOrder request, ClaimSituation situation, DateTimeOffset now)
    {
        var (wanted, current) = (request.Keys.Generation, situation.Generation ?? 1);
        if (wanted != current && !(wanted > current && IsUnlinked(situation.Previous)))
        {
            return new ClaimResult.GenerationChanged(current);
        }

        return IsUnlinked(situation.Own)
            ? new ClaimResult.GenerationChanged(checked(wanted + 1))
            : OtherHolder(situation) is { } other ? BlockedBy(other, now) : null;
    }

    private static ClaimResult? BlockedBy(LedgerEntry holder, DateTimeOffset now) =>
        ExportMachine.Next(ExportState.Of(holder, now), ExportEvent.KeyWanted) is { IsRefused: true } refused
            ? Refuse(holder.Export, refused.Refusal)
            : null;

    private static ClaimResult Refuse(ExportRecord export, ExportRefusal reason) => reason switch
    {
        ExportRefusal.HasTicket => new ClaimResult.Linked(export),
        ExportRefusal.Leased => new ClaimResult.Held(export),
        _ => new ClaimResult.Waiting(export),
    };

    private static ClaimDecision ClaimAgain(ClaimRequest request, LedgerEntry own, ClaimSituation situation, DateTimeOffset now)
    {
        var export = own.Export;
        var step = ExportMachine.Next(ExportState.Of(own, now), ExportEvent.Claimed);
        if (step.IsRefused)
        {
            var isRepeat = step.Refusal == ExportRefusal.Leased && own.ClaimId == request.ClaimId;
            return new(isRepeat ? SameAgain(own) : Refuse(export, step.Refusal));
        }

        if (situation.Disabled is not null)
        {
            return ClaimAtDisabled(request, situation, now);
        }

        var doubted = own with { LastAttempt = Doubt(own) };
        if (situation.PausedUntil > now)
        {
            return WaitForTarget(doubted with { LeaseUntil = null }, situation.PausedUntil.Value, now);
        }

        var fenced = doubted with
        {
            ClaimId = request.ClaimId,
            LeaseUntil = LedgerTime.Ceiling(now + request.LeaseDuration),
            Export = AskedAgain(export, now) with
            {
                Status = step.Next.Status,
                ProviderKey = request.ProviderKey,
                ReportId = request.ReportId,
                FencingToken = checked(export.FencingToken + 1),
                RetryAt = null,
                UpdatedAt = now,
            },
        };
        return step.Has(ExportEffects.Send)
            ? Send(fenced, step, now)
            : new(ReconcileResult(fenced)) { Write = fenced };
    }

    // Whoever was sending had the time until its lease ended, so that is when the request is over for certain.
    private static AttemptRecord? Doubt(LedgerEntry entry) => entry.LastAttempt is { State: AttemptState.Sending } last
        ? last with { State = AttemptState.Unknown, EndedAt = entry.LeaseUntil ?? last.StartedAt }
        : entry.LastAttempt;

    // What came to rest without a ticket starts a new retry budget when it is asked for: the call is the approval.
    private static ExportRecord AskedAgain(ExportRecord export, DateTimeOffset now) =>
        export.Status is ExportStatus.Draft or ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.Portable
            ? export with { ApprovedAt = now, FailedTries = 0, RateLimits = 0 }
            : export;

    private static ClaimDecision ClaimNew(ClaimRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        if (situation.Disabled is not null)
        {
            return ClaimAtDisabled(request, situation, now);
        }

        var step = ExportMachine.Next(ExportState.New, ExportEvent.Claimed);
        var export = NewExport(request, now);
        return situation.PausedUntil > now
            ? WaitForTarget(new LedgerEntry { Export = export }, situation.PausedUntil.Value, now)
            : Send(
                new LedgerEntry
                {
                    Export = export with { Status = step.Next.Status, FencingToken = 1 },
                    ClaimId = request.ClaimId,
                    LeaseUntil = LedgerTime.Ceiling(now + request.LeaseDuration),
                },
                step,
                now);
    }

    private static ClaimDecision Send(LedgerEntry entry, ExportStep step, DateTimeOffset now)
    {
        var attempt = Begin(entry.Export, step, now);
        var written = entry with
        {
            LastAttempt = attempt,
            Export = entry.Export with
            {
                Attempts = attempt.Number,
                HasOpenAttempt = true,
                MappingStatus = MappingStatus.Complete,
                Failure = null,
            },
        };
        return new(new ClaimResult.ToSend(ClaimOf(written, attempt.Number), written.Export)) { Write = written };
    }

    // An attempt begun under the newest token is this claim's own; an older one is what the claim was given to settle.
    private static ClaimResult SameAgain(LedgerEntry own) =>
        own.LastAttempt!.FencingToken == own.Export.FencingToken
            ? new ClaimResult.ToSend(ClaimOf(own, own.LastAttempt.Number), own.Export)
            : ReconcileResult(own);

    private static ClaimResult.ToReconcile ReconcileResult(LedgerEntry entry) =>
        new(ClaimOf(entry, entry.LastAttempt!.Number), entry.Export, entry.LastAttempt);

    private static AttemptRecord Begin(ExportRecord export, ExportStep step, DateTimeOffset now) => new()
    {
        ExportId = export.ExportId,
        Number = checked(export.Attempts + 1),
        State = step.Next.Attempt,
        FencingToken = export.FencingToken,
        StartedAt = now,
    };

    private static ExportClaim ClaimOf(LedgerEntry entry, int attempt) => new(
        entry.Export.Account.Id, entry.Export.ExportId, entry.ClaimId!, entry.Export.FencingToken, attempt, entry.LeaseUntil!.Value);
}
