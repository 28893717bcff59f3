using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>A target with what it takes to ask its tracker.</summary>
/// <param name="Target">The target, with the defaults of its provider.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Credential">Its secrets.</param>
internal sealed record TargetConnection(TicketTarget Target, ITicketProvider Provider, TicketCredential Credential);
