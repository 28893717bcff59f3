using TicketExport.Pipeline;

namespace TicketExport.Worker;

internal sealed record WorkerParts(DueRunner Runner, DispatchMemory Memory, WorkSignal Signal, RetryClock Clock, DispatchThreads Threads);
