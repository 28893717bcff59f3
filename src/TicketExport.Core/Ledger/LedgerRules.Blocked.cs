using TicketExport.States;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Decides on writing down that an export was stopped before anything left.</summary>
    /// <param name="request">The export and what stopped it.</param>
    /// <param name="situation">What the ledger holds for its keys.</param>
    /// <param name="now">The ledger's clock.</param>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    public static BlockDecision Block(BlockRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(situation);
        LedgerText.ThrowIfUnsafe(request);
        if (Barred(request, situation, now) is { } barred)
        {
            return new(barred is ClaimResult.GenerationChanged changed
                ? new BlockResult.GenerationChanged(changed.Generation)
                : new BlockResult.Kept(OtherHolder(situation)!.Export));
        }

        var own = situation.Own ?? new LedgerEntry { Export = NewExport(request, LedgerTime.Floor(now)) };
        if (Stop(own, request.Failure, now) is not { } stopped)
        {
            return new(new BlockResult.Kept(own.Export));
        }

        var export = stopped.Export with
        {
            ProviderKey = request.ProviderKey,
            ReportId = request.ReportId,
            MappingStatus = MappingOf(request.Failure, MappingStatus.Unchecked),
        };
        return new(new BlockResult.Blocked(export))
        {
            Write = stopped with { Export = export },
            NewHolderId = situation.Holder?.Export.ExportId == export.ExportId ? null : export.ExportId,
        };
    }

    // The claim that worked on it last is shut out, for it may not write over what is decided here.
    private static LedgerEntry? Stop(LedgerEntry entry, ExportFailure failure, DateTimeOffset now)
    {
        var step = ExportMachine.Next(ExportState.Of(entry, now), ExportEvent.Stopped);
        if (step.IsRefused)
        {
            return null;
        }

        var time = LedgerTime.Floor(now);
        var fence = checked(entry.Export.FencingToken + 1);
        var attempt = entry.LastAttempt is { State: AttemptState.Blocked, Failure: { } before } last && before.IsSameAs(failure)
            ? last with { EndedAt = time }
            : Begin(entry.Export with { FencingToken = fence }, step, time) with { EndedAt = time, Failure = failure };
        return entry with
        {
            ClaimId = null,
            LeaseUntil = null,
            LastAttempt = attempt,
            Export = AskedAgain(entry.Export, time) with
            {
                Status = step.Next.Status,
                Attempts = attempt.Number,
                FencingToken = fence,
                RetryAt = null,
                Failure = failure,
                UpdatedAt = time,
            },
        };
    }
}
