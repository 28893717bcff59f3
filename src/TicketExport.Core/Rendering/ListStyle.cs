namespace TicketExport.Rendering;

/// <summary>How the items of a list are marked.</summary>
public enum ListStyle
{
    /// <summary>Not set; rendered as bullets.</summary>
    Unknown = 0,

    /// <summary>Bullets.</summary>
    Bullets = 1,

    /// <summary>Numbers from 1.</summary>
    Numbers = 2,

    /// <summary>Boxes to tick, none of them ticked.</summary>
    Tasks = 3,
}
