namespace TicketExport.Providers;

/// <summary>What an event of a tracker tells.</summary>
public enum InboundEventKind
{
    /// <summary>Never given.</summary>
    Unknown = 0,

    /// <summary>A ticket was made, edited, moved or put into another status.</summary>
    TicketChanged = 1,

    /// <summary>A ticket was deleted, or taken out of sight.</summary>
    TicketDeleted = 2,

    /// <summary>A comment was written.</summary>
    CommentAdded = 3,

    /// <summary>A comment was edited.</summary>
    CommentEdited = 4,

    /// <summary>A comment was deleted.</summary>
    CommentDeleted = 5,
}
