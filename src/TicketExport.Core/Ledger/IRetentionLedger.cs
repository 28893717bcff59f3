namespace TicketExport.Ledger;

/// <summary>The part of the ledger that forgets what findings said. What guards them is kept for ever.</summary>
public interface IRetentionLedger
{
    /// <summary>Removes documents of exports that ended in a ticket; see <see cref="LedgerRules.MayForgetDocument"/>. Looks at one page of all accounts.</summary>
    /// <exception cref="ArgumentException">The page is out of range.</exception>
    Task<DocumentRemovalResult> RemoveDocumentsAsync(DocumentRemoval removal, CancellationToken cancellationToken);
}
