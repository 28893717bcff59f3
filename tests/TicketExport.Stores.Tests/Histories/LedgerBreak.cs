namespace TicketExport.Stores.Tests.Histories;

/// <summary>Which promise of a ledger is broken on purpose.</summary>
public enum LedgerBreak
{
    None = 0,
    FencesAreNotChecked,
    TheGuardIsForgotten,
    LeasesEndEarly,
    AttemptsAreLost,
    TheNewestIsDueFirst,
    PausesAreForgotten,
    RecordsAreAnsweredBeforeTheyAreSeen,
}
