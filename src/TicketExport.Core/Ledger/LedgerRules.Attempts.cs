using TicketExport.States;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Ends the open attempt of a claim as proven not created and begins the next one.</summary>
    /// <param name="claim">The claim, which was given to reconcile.</param>
    /// <param name="entry">The export as the ledger holds it.</param>
    /// <param name="disabled">Why the target is disabled; <see langword="null"/> when it is not.</param>
    /// <param name="now">The ledger's clock.</param>
    /// <returns>The change, or <see langword="null"/> when the claim was overtaken, its lease is over, or its target was disabled meanwhile.</returns>
    public static AttemptChange? BeginAttempt(ExportClaim claim, LedgerEntry entry, TargetSwitch? disabled, DateTimeOffset now)
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

        var step = ExportMachine.Next(ExportState.Of(entry, now), ExportEvent.AbsentProven);
        return disabled is null && claim.AttemptNumber == last.Number && step.Has(ExportEffects.Send)
            ? NextAttempt(claim, entry, step, LedgerTime.Floor(now))
            : null;
    }

    private static AttemptChange NextAttempt(ExportClaim claim, LedgerEntry entry, ExportStep step, DateTimeOffset now)
    {
        var next = Begin(entry.Export, step, now);
        return new(claim with { AttemptNumber = next.Number })
        {
            Ended = entry.LastAttempt! with { State = step.Ended, EndedAt = now },
            Write = entry with
            {
                LastAttempt = next,
                Export = entry.Export with
                {
                    Status = step.Next.Status,
                    Attempts = next.Number,
                    HasOpenAttempt = true,
                    FailedTries = entry.Export.FailedTries + 1,
                    RetryAt = null,
                    Failure = null,
                    UpdatedAt = now,
                },
            },
        };
    }
}
