namespace TicketExport.Ledger;

/// <summary>What belongs on a page and in which order, as pure functions: the newest first, rows of one moment by their ids.</summary>
public static class ListRules
{
    /// <summary>The name of the list of exports in its cursors.</summary>
    public const string Exports = "exports";

    /// <summary>The name of the audit in its cursors.</summary>
    public const string Audit = "audit";

    /// <summary>The name of the list of ownerships in its cursors.</summary>
    public const string Ownership = "ownership";

    /// <summary>The name of the list of a target's switches in its cursors.</summary>
    public const string TargetSwitches = "target_switches";

    /// <summary>The name of the list of inbound events in its cursors.</summary>
    public const string Inbound = "inbound";

    /// <summary>Refuses a filter that cannot be answered.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(ExportFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        LedgerText.ThrowIfUnsafe(filter.AccountId);
        LedgerText.ThrowIfUnsafe(filter.TargetId);
        LedgerText.ThrowIfUnsafe(filter.SourceType);
    }

    /// <summary>Refuses a filter that cannot be answered.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        LedgerText.ThrowIfUnsafe(filter.AccountId);
        LedgerText.ThrowIfUnsafe(filter.ExportId);
    }

    /// <summary>Whether an export belongs to a list behind a place.</summary>
    public static bool Matches(ExportRecord export, ExportFilter filter, PageCursor? start)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(filter);
        return export.Account.Id == filter.AccountId
            && (filter.Statuses.IsEmpty || filter.Statuses.Contains(export.Status))
            && (filter.TargetId is null || export.TargetId == filter.TargetId)
            && (filter.SourceType is null || export.Source.Type == filter.SourceType)
            && !(export.CreatedAt < filter.CreatedFrom)
            && !(export.CreatedAt >= filter.CreatedBefore)
            && (start is null || IsBehind(export, start));
    }

    /// <summary>Makes a page of exports that match, in any order.</summary>
    public static Page<ExportRecord> ToPage(IEnumerable<ExportRecord> matching, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var rows = matching
            .OrderByDescending(static export => export.CreatedAt)
            .ThenByDescending(static export => export.ExportId, LedgerText.Order)
            .Take(page.Size + 1)
            .ToList();
        return PageCursor.ToPage(rows, page.Size, Exports, static export => new(export.CreatedAt.ToUnixTimeMilliseconds(), export.ExportId));
    }

    /// <summary>Makes a page of audit rows that were read in their order, one beyond the page's size.</summary>
    public static Page<AuditRecord> ToPage(IReadOnlyList<AuditRecord> rows, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageCursor.ToPage(rows, page.Size, Audit, static row => new(row.Number, ""));
    }

    /// <summary>Makes a page of rows of an ownership that were read in their order, one beyond the page's size.</summary>
    public static Page<OwnershipRecord> ToPage(IReadOnlyList<OwnershipRecord> rows, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageCursor.ToPage(rows, page.Size, Ownership, static row => new(row.Number, ""));
    }

    /// <summary>Makes a page of switches of a target that were read in their order, one beyond the page's size.</summary>
    public static Page<TargetSwitch> ToPage(IReadOnlyList<TargetSwitch> rows, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageCursor.ToPage(rows, page.Size, TargetSwitches, static row => new(row.Number, ""));
    }

    /// <summary>Makes a page of inbound events that were read in their order, one beyond the page's size.</summary>
    public static Page<InboundRecord> ToPage(IReadOnlyList<InboundRecord> rows, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageCursor.ToPage(rows, page.Size, Inbound, static row => new(row.Number, ""));
    }

    private static bool IsBehind(ExportRecord export, PageCursor start)
    {
        var created = export.CreatedAt.ToUnixTimeMilliseconds();
        return created < start.Number || (created == start.Number && LedgerText.Compare(export.ExportId, start.Id) < 0);
    }
}
