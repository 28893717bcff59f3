namespace TicketExport.Ledger;

public static partial class SyncRules
{
    /// <summary>Decides on a claim to change a linked ticket.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static TicketChangeDecision ClaimChange(TicketChangeRequest request, SyncSituation situation, DateTimeOffset now)
    {
        ThrowIfUnusable(request);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Export?.Ticket is not { } ticket)
        {
            return new(new TicketChangeResult.NotLinked());
        }

        var entry = EntryOf(situation.Export, ticket, situation.Current);
        if (entry.LeaseUntil is { } until && until > now)
        {
            return new(entry.ClaimId == request.ClaimId ? new TicketChangeResult.ToChange(ClaimOf(entry, ticket)) : new TicketChangeResult.Held(until));
        }

        DateTimeOffset? asked = request.AskedAt is { } askedAt ? LedgerTime.Floor(askedAt) : entry.AskedAt;
        if (asked < entry.AskedAt)
        {
            return new(new TicketChangeResult.Overtaken());
        }

        var claimed = entry with
        {
            Sync = entry.AskedAt is null ? entry.Sync with { LastDocumentHash = request.CreatedHash } : entry.Sync,
            ClaimId = request.ClaimId,
            FencingToken = checked(entry.FencingToken + 1),
            LeaseUntil = LedgerTime.Ceiling(LedgerTime.Floor(now) + request.LeaseDuration),
            AskedAt = asked,
        };
        return new(new TicketChangeResult.ToChange(ClaimOf(claimed, ticket))) { Write = claimed };
    }

    /// <summary>Writes how far a change is into its entry.</summary>
    /// <returns>
    /// The entry as it must be stored, or <see langword="null"/> when the claim was overtaken, its link has another ticket, or its lease is
    /// over before an intent.
    /// </returns>
    /// <exception cref="ArgumentException">The update has no stage, or holds text that cannot be stored.</exception>
    public static SyncEntry? RecordChange(TicketChangeClaim claim, TicketChangeUpdate update, SyncSituation situation, DateTimeOffset now)
    {
        ThrowIfUnusable(claim, update);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Current is not { } entry
            || entry.ClaimId != claim.ClaimId
            || entry.FencingToken != claim.FencingToken
            || entry.Sync.ProviderTicketId != claim.Ticket.ProviderTicketId
            || situation.Export?.Ticket?.ProviderTicketId != claim.Ticket.ProviderTicketId
            || (update.Stage == TicketChangeStage.Intent && !(entry.LeaseUntil > now)))
        {
            return null;
        }

        if (update.Stage == TicketChangeStage.Released)
        {
            return entry with { LeaseUntil = null };
        }

        return entry with
        {
            LeaseUntil = update.Stage == TicketChangeStage.Ended ? null : entry.LeaseUntil,
            CommentHash = update.CommentHash,
            Sync = entry.Sync with
            {
                SyncState = update.SyncState,
                WriteFailure = update.Failure,
                LastDocumentHash = update.DocumentHash,
            },
        };
    }

    /// <summary>The audit row of a change that somebody asked for; written with its intent.</summary>
    /// <returns>The row, or <see langword="null"/> when nobody did.</returns>
    public static AuditRecord? AuditOf(TicketChangeClaim claim, TicketChangeUpdate update, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return update is not { Stage: TicketChangeStage.Intent, By: { } by } ? null : new AuditRecord
        {
            AccountId = claim.AccountId,
            At = LedgerTime.Floor(now),
            By = by,
            Action = AuditAction.AskedToClose,
            ExportId = claim.ExportId,
            TicketId = claim.Ticket.ProviderTicketId,
        };
    }

    /// <summary>Refuses a claim that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(TicketChangeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        LedgerText.ThrowIfUnsafe(request.AccountId);
        LedgerText.ThrowIfUnsafe(request.ExportId);
        LedgerText.ThrowIfUnsafe(request.ClaimId);
        LedgerText.ThrowIfUnsafe(request.CreatedHash);
    }

    /// <summary>Refuses an update that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The update has no stage, or holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(TicketChangeClaim claim, TicketChangeUpdate update)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(update);
        LedgerText.ThrowIfUnsafe(claim.AccountId);
        LedgerText.ThrowIfUnsafe(claim.ExportId);
        LedgerText.ThrowIfUnsafe(update.DocumentHash);
        LedgerText.ThrowIfUnsafe(update.CommentHash);
        if (update.By is { } by)
        {
            LedgerRules.ThrowIfUnusable(by);
        }

        if (update.Stage == TicketChangeStage.Unknown)
        {
            throw new ArgumentException("Say how far the change is.", nameof(update));
        }
    }

    private static TicketChangeClaim ClaimOf(SyncEntry entry, TicketReference ticket) => new()
    {
        AccountId = entry.Sync.AccountId,
        ExportId = entry.Sync.ExportId,
        ClaimId = entry.ClaimId!,
        FencingToken = entry.FencingToken,
        LeaseUntil = entry.LeaseUntil!.Value,
        Ticket = ticket,
        DocumentHash = entry.Sync.LastDocumentHash,
        CommentHash = entry.CommentHash,
    };
}
