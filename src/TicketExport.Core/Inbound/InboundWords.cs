namespace TicketExport.Inbound;

/// <summary>Why an event was not applied, or not at once: the words of results and records.</summary>
internal static class InboundWords
{
    /// <summary>Nothing but the ticket itself is believed; it is read soon.</summary>
    public const string ReadPlanned = "read_planned";

    /// <summary>More than one export is linked with the ticket.</summary>
    public const string AmbiguousTicket = "ambiguous_ticket";

    /// <summary>The event names its ticket by something that is no id.</summary>
    public const string Unusable = "unusable";

    /// <summary>The event says nothing that is kept.</summary>
    public const string NothingTold = "nothing_told";

    /// <summary>Something here failed; the sender delivers again.</summary>
    public const string Failed = "failed";
}
