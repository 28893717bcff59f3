namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>A place where a worker stands until the world lets it go on.</summary>
/// <remarks>Continuations run inside <see cref="Resume"/>: that is what keeps a world on one thread.</remarks>
internal sealed class Step(SimulatedWorker worker, string label, DateTimeOffset readyAt)
{
    private readonly TaskCompletionSource _source = new();

    public SimulatedWorker Worker { get; } = worker;

    public string Label { get; } = label;

    public DateTimeOffset ReadyAt { get; set; } = readyAt;

    public Task Task => _source.Task;

    public void Resume() => _source.SetResult();
}
