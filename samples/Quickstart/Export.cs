using TicketExport.Contract;

namespace TicketExport.Samples.Quickstart;

/// <summary>One finding and what its export came to.</summary>
internal sealed record Export(TicketExportDocument Document, ExportResult Result);
