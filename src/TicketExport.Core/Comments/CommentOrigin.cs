namespace TicketExport.Comments;

/// <summary>Where a comment was written.</summary>
public enum CommentOrigin
{
    /// <summary>Never stored.</summary>
    Unknown = 0,

    /// <summary>In the host.</summary>
    Internal = 1,

    /// <summary>At the tracker.</summary>
    External = 2,
}
