namespace TicketExport.Decisions;

/// <summary>A file that stands in the place of a ticket.</summary>
/// <param name="Content">The bytes; disposed of by whoever asked for the file.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="FileName">A name to save it under; never a path.</param>
public sealed record TicketFileContent(Stream Content, string ContentType, string FileName);
