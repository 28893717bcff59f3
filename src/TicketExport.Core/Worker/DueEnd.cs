namespace TicketExport.Worker;

internal enum DueEnd
{
    None = 0,
    Created,
    Adopted,
    AlreadyExported,
    Waiting,
    Failed,
    Unknown,

    /// <summary>Parked: it could not be prepared again and again.</summary>
    Poisoned,

    /// <summary>A comment was worked on; its row says what came of it.</summary>
    Comment,

    /// <summary>Not taken: the target's pace allows none now.</summary>
    Paced,
}
