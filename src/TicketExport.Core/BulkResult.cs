namespace TicketExport;

/// <summary>What one finding of a batch came to.</summary>
/// <param name="Index">The finding's place in the input; 0 for the first one.</param>
/// <param name="Result">How its export stands.</param>
public sealed record BulkResult(long Index, ExportResult Result);
