namespace TicketExport.Ledger;

/// <summary>The end of an open attempt and the begin of the next one.</summary>
/// <param name="Claim">The claim with the number of the newest attempt.</param>
public sealed record AttemptChange(ExportClaim Claim)
{
    /// <summary>
    /// The entry to replace, with the new attempt as its last; <see langword="null"/> when an earlier call with the same
    /// claim wrote it and only its answer was lost.
    /// </summary>
    public LedgerEntry? Write { get; init; }

    /// <summary>The attempt that ended as proven not created, to be written beside <see cref="Write"/>.</summary>
    public AttemptRecord? Ended { get; init; }
}
