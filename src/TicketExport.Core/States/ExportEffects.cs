namespace TicketExport.States;

/// <summary>What must be done along with a step of an export.</summary>
[Flags]
internal enum ExportEffects
{
    None = 0,

    /// <summary>A create request may leave now, under the lease; the only effect that leads to a ticket.</summary>
    Send = 1,

    /// <summary>The tracker must be asked what the open attempt did, under the lease.</summary>
    Reconcile = 2,

    /// <summary>The next try is planned for a known time.</summary>
    PlanRetry = 4,

    /// <summary>The next look-up is planned for a known time.</summary>
    PlanLookUp = 8,

    /// <summary>Every export to the target waits, not this one alone.</summary>
    PauseTarget = 16,

    /// <summary>The ticket becomes the export's link.</summary>
    Link = 32,

    /// <summary>The guard key is free for another export.</summary>
    FreeKey = 64,

    /// <summary>Only a person can lead on.</summary>
    AskPerson = 128,

    /// <summary>An attempt is written that was stopped before anything left.</summary>
    NoteStop = 256,
}
