namespace TicketExport;

/// <summary>
/// What becomes of a request for a source whose ticket at the target is closed. A closed ticket never means that the finding is fixed.
/// </summary>
public enum ClosedTicketPolicy
{
    /// <summary>Not set; read as <see cref="Block"/>.</summary>
    Unknown = 0,

    /// <summary>The closed ticket blocks as an open one does, and the message says that it is closed: the default.</summary>
    Block = 1,

    /// <summary>
    /// The ticket is opened again, and then <see cref="DuplicatePolicy"/> applies. Needs a provider with
    /// <see cref="Providers.IStatusProvider"/> and <see cref="Providers.IReopenProvider"/>.
    /// </summary>
    Reopen = 2,

    /// <summary>
    /// The ticket stays closed and gets a comment that the finding was found again, once for each document. Needs a provider with
    /// <see cref="Providers.IStatusProvider"/> and <see cref="Providers.ICommentProvider"/>.
    /// </summary>
    Comment = 3,

    /// <summary>
    /// The closed ticket is unlinked, with an audit row, and the finding gets a new one. Only for a ticket that a read just showed to
    /// be closed. Needs a provider with <see cref="Providers.IStatusProvider"/>.
    /// </summary>
    NewGeneration = 4,
}
