using TicketExport.Providers;

namespace TicketExport.Sweep;

/// <summary>A target with what it takes to ask its tracker.</summary>
internal sealed record SweepTarget(TicketTarget Target, ITicketProvider Provider, TicketCredential Credential);
