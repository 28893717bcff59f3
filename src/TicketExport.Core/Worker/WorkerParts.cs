namespace TicketExport.Worker;

internal sealed record WorkerParts(DueRunner Runner, DispatchMemory Memory, WorkSignal Signal);
