namespace TicketExport;

/// <summary>What becomes of a request for a source that already has a ticket at the target. No policy ever creates a second live ticket.</summary>
public enum DuplicatePolicy
{
    /// <summary>Not set; read as <see cref="Block"/>.</summary>
    Unknown = 0,

    /// <summary>The request is answered with <see cref="ExportCodes.Duplicate"/> and the link; nothing is sent: the default.</summary>
    Block = 1,

    /// <summary>The request succeeds with the ticket that exists; nothing is sent.</summary>
    OpenExisting = 2,

    /// <summary>The ticket that exists is brought to the request's document. Needs a provider with <see cref="Providers.IUpdateProvider"/>.</summary>
    UpdateExisting = 3,
}
