using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Samples.Quickstart;

/// <summary>What was read.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Documents">The tickets to export.</param>
internal sealed record InputReport(string Summary, ImmutableArray<TicketExportDocument> Documents);
