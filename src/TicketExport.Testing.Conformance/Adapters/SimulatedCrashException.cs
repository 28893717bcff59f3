namespace TicketExport.Testing.Conformance.Adapters;

internal sealed class SimulatedCrashException() : Exception("The process died here.");
