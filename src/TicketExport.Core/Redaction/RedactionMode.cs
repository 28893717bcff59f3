namespace TicketExport.Redaction;

/// <summary>What becomes of a document in which a rule found something.</summary>
public enum RedactionMode
{
    /// <summary>Not set; refused at start.</summary>
    Unknown = 0,

    /// <summary>The export is stopped, and the fields and rules are named.</summary>
    Block = 1,

    /// <summary>Each passage is replaced with <c>[redacted:rule]</c>; a hit in an identity field still stops the export.</summary>
    Mask = 2,

    /// <summary>Nothing is looked at.</summary>
    Off = 3,
}
