using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>A target as an export sees it: with the defaults of its provider under its own settings.</summary>
/// <param name="Target">The target.</param>
/// <param name="Provider">Its provider.</param>
internal sealed record EffectiveTarget(TicketTarget Target, ITicketProvider Provider);
