namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>How bad the tool calls a result, after the rule's default is applied.</summary>
public enum SarifLevel
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary><c>error</c>.</summary>
    Error = 1,

    /// <summary><c>warning</c>, also the default.</summary>
    Warning = 2,

    /// <summary><c>note</c>.</summary>
    Note = 3,

    /// <summary><c>none</c>: the notion of a level does not apply.</summary>
    None = 4,
}
