namespace TicketExport.Portable.Reading;

/// <summary>Where in a file of JSON the reading stands.</summary>
internal enum JsonPlace
{
    /// <summary>Between or in values of the file; a ticket may stand alone there.</summary>
    File = 0,

    /// <summary>In an array of tickets without an envelope.</summary>
    Array = 1,

    /// <summary>In the list of an envelope.</summary>
    Tickets = 2,

    /// <summary>In an envelope behind its list.</summary>
    AfterTickets = 3,
}
