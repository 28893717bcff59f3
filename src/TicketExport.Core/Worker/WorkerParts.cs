using TicketExport.Pipeline;

namespace TicketExport.Worker;

internal sealed record WorkerParts(DueHandler Handler, DispatchMemory Memory, WorkSignal Signal, RetryClock Clock, DispatchThreads Threads);
