using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>When linked tickets are read, as pure functions: every ledger decides through these, so that none can differ.</summary>
public static class ScheduleRules
{
    /// <summary>The least time between two reads of a ticket that hints ask for: a burst of them leads to one read and a last one.</summary>
    public static TimeSpan Spacing { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Decides what a write of an export means for the reads of its ticket.</summary>
    /// <param name="before">The export before the write; <see langword="null"/> when it is new.</param>
    /// <param name="after">The export as it is written.</param>
    /// <returns>The schedule to write, or <see langword="null"/> when it stays. Another ticket is read at once: its status was never known.</returns>
    public static StatusSchedule? AfterLink(ExportRecord? before, ExportRecord after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (!IsRead(after))
        {
            return IsRead(before) ? StatusSchedule.None : null;
        }

        return IsRead(before) && before!.Ticket!.ProviderTicketId == after.Ticket!.ProviderTicketId
            ? null
            : new StatusSchedule(after.LinkedAt ?? after.UpdatedAt, null);
    }

    /// <summary>Decides what a hint means: the ticket is read as soon as the spacing and a planned retry allow.</summary>
    /// <param name="current">The schedule.</param>
    /// <param name="sync">What is known of the ticket.</param>
    /// <param name="now">The ledger's time.</param>
    public static StatusSchedule AfterHint(StatusSchedule current, TicketSync? sync, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.ReadAt is not { } planned)
        {
            return current;
        }

        var hinted = LedgerTime.Floor(now);
        var due = Latest(hinted, sync?.ObservedAt + Spacing, sync?.RetryAt);
        return new(planned < due ? planned : due, hinted);
    }

    /// <summary>Decides what a read means. One that began before the newest hint may have missed what that told of.</summary>
    /// <param name="current">The schedule.</param>
    /// <param name="fact">What the read came to.</param>
    public static StatusSchedule AfterRead(StatusSchedule current, SyncFact fact)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(fact);
        if (current.ReadAt is null || fact.NextReadAt is not { } next)
        {
            return current;
        }

        return current.HintedAt is { } hinted && hinted > LedgerTime.Floor(fact.ObservedAt)
            ? current with { ReadAt = LedgerTime.Ceiling(Latest(hinted, fact.ObservedAt + Spacing, fact.RetryAt)) }
            : new(LedgerTime.Ceiling(next), null);
    }

    /// <summary>Takes a ticket for a read by one worker: after a crash it is due again when the hold is over.</summary>
    /// <param name="current">The schedule.</param>
    /// <param name="until">The end of the hold.</param>
    public static StatusSchedule Hold(StatusSchedule current, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(current);
        return current.ReadAt is null ? current : current with { ReadAt = LedgerTime.Ceiling(until) };
    }

    private static bool IsRead(ExportRecord? export) => export is { Ticket: not null, Link: LinkState.Live or LinkState.Broken };

    private static DateTimeOffset Latest(DateTimeOffset at, DateTimeOffset? other, DateTimeOffset? another)
    {
        var later = other > at ? other.Value : at;
        return another > later ? another.Value : later;
    }
}
