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
        var generation = situation.Generation ?? 1;
        if (request.Keys.Generation != generation)
        {
            return new(new ClaimResult.GenerationChanged(generation));
        }

        if (OtherHolder(situation) is { } other && BlockedBy(other, now) is { } blocked)
        {
            return new(blocked) { Write = situation.Own is { } loser && blocked is ClaimResult.Linked ? StopWaiting(loser, other, now) : null };
        }

        var time = LedgerTime.Floor(now);
        var decision = situation.Own is { } own ? ClaimAgain(request, own, situation, time) : ClaimNew(request, situation, time);
        var exportId = situation.Own?.Export.ExportId ?? request.ExportId;
        return situation.Holder?.Export.ExportId == exportId ? decision : decision with { NewHolderId = exportId };
    }

    /// <summary>Ends the open attempt of a claim as proven not created and begins the next one.</summary>
    /// <returns>The change, or <see langword="null"/> when the claim was overtaken or its lease is over.</returns>
    public static AttemptChange? BeginAttempt(ExportClaim claim, LedgerEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(entry);
        if (!IsCurrent(claim, entry) || !entry.IsLeasedAt(now) || entry.LastAttempt is not { } last || !entry.HasOpenAttempt)
        {
            return null;
        }

        if (claim.AttemptNumber == last.Number - 1 && last.FencingToken == claim.FencingToken)
        {
            return new(claim with { AttemptNumber = last.Number });
        }

        return claim.AttemptNumber == last.Number ? NextAttempt(claim, entry, last, LedgerTime.Floor(now)) : null;
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
        var time = LedgerTime.Floor(now);
        return entry with
        {
            LeaseUntil = null,
            LastAttempt = Settle(last, update, time),
            Export = entry.Export with
            {
                Status = update.Status,
                RetryAt = ticket is null ? LedgerTime.Ceiling(update.RetryAt) : null,
                Failure = update.Failure,
                Ticket = ticket,
                LinkedAt = ticket is null ? null : entry.Export.LinkedAt ?? time,
                UpdatedAt = time,
            },
        };
    }

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

    // What failed after the ticket was made is the export's failure; the attempt keeps why it was in doubt.
    private static AttemptRecord Settle(AttemptRecord last, ExportUpdate update, DateTimeOffset time) => last with
    {
        State = update.AttemptState,
        EndedAt = update.AttemptState == AttemptState.Sending ? null : time,
        Failure = Made(update.AttemptState) ? last.Failure : update.Failure ?? last.Failure,
    };

    private static bool Made(AttemptState state) => state is AttemptState.Created or AttemptState.Adopted;

    private static bool IsCurrent(ExportClaim claim, LedgerEntry entry) =>
        entry.Export.FencingToken == claim.FencingToken && entry.ClaimId == claim.ClaimId;

    // A holder that can neither have nor get a ticket by itself gives the key up; any other one keeps it.
    private static ClaimResult? BlockedBy(LedgerEntry holder, DateTimeOffset now) => holder switch
    {
        { Export.Ticket: not null } => new ClaimResult.Linked(holder.Export),
        _ when holder.IsLeasedAt(now) => new ClaimResult.Held(holder.Export),
        { HasOpenAttempt: true } => new ClaimResult.Waiting(holder.Export),
        { Export.Status: ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.Portable or ExportStatus.Disconnected } => null,
        _ => new ClaimResult.Waiting(holder.Export),
    };

    private static ClaimDecision ClaimAgain(ClaimRequest request, LedgerEntry own, ClaimSituation situation, DateTimeOffset now)
    {
        var export = own.Export;
        if (export.Ticket is not null)
        {
            return new(new ClaimResult.Linked(export));
        }

        if (own.IsLeasedAt(now))
        {
            return new(own.ClaimId == request.ClaimId ? SameAgain(own) : new ClaimResult.Held(export));
        }

        if (export.RetryAt > now)
        {
            return new(new ClaimResult.Waiting(export));
        }

        if (situation.PausedUntil > now)
        {
            return WaitForTarget(own with { LeaseUntil = null }, situation.PausedUntil.Value, now);
        }

        var fenced = own with
        {
            ClaimId = request.ClaimId,
            LeaseUntil = LedgerTime.Ceiling(now + request.LeaseDuration),
            Export = export with
            {
                ProviderKey = request.ProviderKey,
                ReportId = request.ReportId,
                FencingToken = checked(export.FencingToken + 1),
                RetryAt = null,
                UpdatedAt = now,
            },
        };
        return own.HasOpenAttempt ? Reconcile(fenced) : Send(fenced, now);
    }

    private static ClaimDecision ClaimNew(ClaimRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        var export = new ExportRecord
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
            CreatedAt = now,
            UpdatedAt = now,
        };
        return situation.PausedUntil > now
            ? WaitForTarget(new LedgerEntry { Export = export }, situation.PausedUntil.Value, now)
            : Send(
                new LedgerEntry
                {
                    Export = export with { FencingToken = 1 },
                    ClaimId = request.ClaimId,
                    LeaseUntil = LedgerTime.Ceiling(now + request.LeaseDuration),
                },
                now);
    }

    private static ClaimDecision Send(LedgerEntry entry, DateTimeOffset now)
    {
        var attempt = Sending(entry.Export, now);
        var written = entry with
        {
            LastAttempt = attempt,
            Export = entry.Export with { Status = ExportStatus.Delivering, Attempts = attempt.Number, Failure = null },
        };
        return new(new ClaimResult.ToSend(ClaimOf(written, attempt.Number), written.Export)) { Write = written };
    }

    private static ClaimDecision Reconcile(LedgerEntry entry)
    {
        var written = entry with { Export = entry.Export with { Status = ExportStatus.DeliveryUnknown } };
        return new(ReconcileResult(written)) { Write = written };
    }

    // An attempt begun under the newest token is this claim's own; an older one is what the claim was given to settle.
    private static ClaimResult SameAgain(LedgerEntry own) =>
        own.LastAttempt!.FencingToken == own.Export.FencingToken
            ? new ClaimResult.ToSend(ClaimOf(own, own.LastAttempt.Number), own.Export)
            : ReconcileResult(own);

    private static ClaimResult.ToReconcile ReconcileResult(LedgerEntry entry) =>
        new(ClaimOf(entry, entry.LastAttempt!.Number), entry.Export, entry.LastAttempt);

    private static AttemptChange NextAttempt(ExportClaim claim, LedgerEntry entry, AttemptRecord last, DateTimeOffset now)
    {
        var next = Sending(entry.Export, now);
        return new(claim with { AttemptNumber = next.Number })
        {
            Ended = last with { State = AttemptState.NotCreated, EndedAt = now },
            Write = entry with
            {
                LastAttempt = next,
                Export = entry.Export with { Status = ExportStatus.Delivering, Attempts = next.Number, Failure = null, UpdatedAt = now },
            },
        };
    }

    private static AttemptRecord Sending(ExportRecord export, DateTimeOffset now) => new()
    {
        ExportId = export.ExportId,
        Number = checked(export.Attempts + 1),
        State = AttemptState.Sending,
        FencingToken = export.FencingToken,
        StartedAt = now,
    };

    private static ExportClaim ClaimOf(LedgerEntry entry, int attempt) => new(
        entry.Export.Account.Id, entry.Export.ExportId, entry.ClaimId!, entry.Export.FencingToken, attempt, entry.LeaseUntil!.Value);
}
