namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>
    /// Whether nothing needs the document of an export any more: its ticket exists, or did until it was unlinked. Whatever may still be sent,
    /// looked up, approved again or handed over as a file keeps its document.
    /// </summary>
    /// <param name="export">The export.</param>
    /// <param name="before">Exports that changed at this time or later keep theirs.</param>
    public static bool MayForgetDocument(ExportRecord export, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(export);
        return export is { Status: ExportStatus.Exported, HasOpenAttempt: false, RetryAt: null } && export.UpdatedAt < before;
    }

    /// <summary>Refuses a page that cannot be read.</summary>
    /// <exception cref="ArgumentException">The page is out of range, or its place holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(DocumentRemoval removal)
    {
        ArgumentNullException.ThrowIfNull(removal);
        if (removal.Size is < 1 or > PageRequest.MaxSize)
        {
            throw new ArgumentException($"The page size is {removal.Size}; ask for 1 to {PageRequest.MaxSize} documents.", nameof(removal));
        }

        if (removal.After is { } after)
        {
            LedgerText.ThrowIfUnsafe(after.AccountId);
            LedgerText.ThrowIfUnsafe(after.ExportId);
        }
    }
}
