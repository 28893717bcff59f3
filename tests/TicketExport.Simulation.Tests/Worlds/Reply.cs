using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>An answer on its way.</summary>
/// <param name="At">When it is there.</param>
/// <param name="Read">What the adapter makes of it; called when it is there.</param>
internal sealed record Reply(DateTimeOffset At, Func<CreateOutcome> Read);
