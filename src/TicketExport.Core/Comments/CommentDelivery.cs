namespace TicketExport.Comments;

/// <summary>Whether a comment of the host's has reached the ticket.</summary>
public enum CommentDelivery
{
    /// <summary>It goes nowhere: there is no ticket, it is private, or it came from the tracker.</summary>
    None = 0,

    /// <summary>On its way; sent again when its time has come.</summary>
    Pending = 1,

    /// <summary>It stands at the tracker.</summary>
    Delivered = 2,

    /// <summary>Refused; <see cref="ThreadComment.Failure"/> says what to change.</summary>
    Failed = 3,

    /// <summary>It may stand at the tracker, and the tracker cannot tell; a person looks.</summary>
    InDoubt = 4,
}
