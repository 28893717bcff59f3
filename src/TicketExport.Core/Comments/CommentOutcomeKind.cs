namespace TicketExport.Comments;

/// <summary>What a comment of the host's came to.</summary>
public enum CommentOutcomeKind
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>Stored; there is nothing to bring it to, or it is private.</summary>
    Stored = 1,

    /// <summary>Stored, and it stands at the tracker.</summary>
    Delivered = 2,

    /// <summary>Stored, and brought to the ticket later.</summary>
    Pending = 3,

    /// <summary>Stored, and the tracker refused it.</summary>
    Refused = 4,

    /// <summary>Stored; whether it stands at the tracker is not known.</summary>
    InDoubt = 5,

    /// <summary>Not stored: the redaction gate found what must not leave.</summary>
    ContentUnsafe = 6,

    /// <summary>The id is taken by a comment with another text or source; nothing was changed.</summary>
    Conflict = 7,

    /// <summary>The account has no such comment.</summary>
    NotFound = 8,
}
