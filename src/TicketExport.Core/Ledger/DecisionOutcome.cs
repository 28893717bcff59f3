namespace TicketExport.Ledger;

/// <summary>What a decision came to. All but <see cref="Done"/> changed nothing.</summary>
public enum DecisionOutcome
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The decision is written.</summary>
    Done = 1,

    /// <summary>Refused: the account has no such export.</summary>
    NotFound = 2,

    /// <summary>Refused: the decision does not belong to the export's status; it may have been taken already.</summary>
    WrongStatus = 3,

    /// <summary>Refused: a ticket is linked.</summary>
    HasTicket = 4,

    /// <summary>Refused: no ticket is linked.</summary>
    NoTicket = 5,

    /// <summary>Refused: the link was taken away, and the source goes on as another export.</summary>
    Unlinked = 6,

    /// <summary>Refused: a claim is at work on the export. Try again in a moment.</summary>
    InUse = 7,

    /// <summary>Refused: the tracker has not had the time to show a ticket. <see cref="ExportRecord.RetryAt"/> says until when.</summary>
    TooEarly = 8,

    /// <summary>Refused: an attempt may have created a ticket. Settle that first: wait, confirm its absence, or link the ticket.</summary>
    OutcomeUnknown = 9,

    /// <summary>Refused: no attempt is in doubt.</summary>
    NothingInDoubt = 10,

    /// <summary>Refused: another export of the source has the ticket or may get it; the result names that export.</summary>
    Duplicate = 11,

    /// <summary>Refused: the source was unlinked since and goes on in a higher generation.</summary>
    Superseded = 12,

    /// <summary>Refused: the ledger holds no document for the export, as after unsafe content. Export the source again.</summary>
    DocumentMissing = 13,
}
