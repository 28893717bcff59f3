using TicketExport.Worker;

namespace TicketExport.Sync;

/// <summary>Tells the worker of this process that a ticket is due to be read. A hint that may be lost: the poll finds what no signal told.</summary>
internal sealed class SyncSignal(TimeProvider time, DispatchThreads threads)
{
    private readonly WorkSignal _signal = new(time, threads);

    public void Wake() => _signal.Wake();

    public void Expect(DateTimeOffset dueAt) => _signal.Expect(dueAt);

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _signal.WaitAsync(longest, cancellationToken);
}
