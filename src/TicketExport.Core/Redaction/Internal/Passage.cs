namespace TicketExport.Redaction.Internal;

/// <summary>A stretch of a text that broke a rule.</summary>
internal readonly record struct Passage(int Start, int End, int Rule);
