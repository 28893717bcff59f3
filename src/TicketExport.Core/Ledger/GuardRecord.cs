namespace TicketExport.Ledger;

/// <summary>Who holds a guard key.</summary>
/// <param name="Generation">The current generation of the key.</param>
/// <param name="Holder">The export that holds it, or, after an unlink, the one that held it last.</param>
public sealed record GuardRecord(int Generation, ExportRecord Holder)
{
    /// <summary>Whether the holder is of the current generation; <see langword="false"/> after an unlink, until the next export.</summary>
    public bool IsLive => Holder.Generation >= Generation;
}
