namespace TicketExport.AspNetCore.Internal;

/// <summary>What a refusal says of the export that it is about.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="RetryAt">When to ask again.</param>
/// <param name="NextStep">What to do instead.</param>
internal sealed record ExportBodyFacts(string? ExportId, DateTimeOffset? RetryAt = null, NextStep NextStep = NextStep.None);
