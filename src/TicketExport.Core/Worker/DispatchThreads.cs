namespace TicketExport.Worker;

/// <summary>On which threads dispatching goes on after a step is done.</summary>
internal sealed record DispatchThreads
{
    /// <summary>Those of the pool: nobody who finishes a step or wakes the worker does its work.</summary>
    public static DispatchThreads Pool { get; } = new();

    /// <summary>The thread that finished the step, so that a run with one thread is one sequence of events.</summary>
    public static DispatchThreads Same { get; } = new() { IsSame = true };

    public bool IsSame { get; private init; }

    public TaskCreationOptions Continuations => IsSame ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    public void Start(Func<Task> work) => _ = IsSame ? work() : Task.Run(work, CancellationToken.None);

    /// <summary>Waits; an end that is asked for ends the wait and throws nothing.</summary>
    public async Task DelayAsync(TimeSpan wait, TimeProvider time, CancellationToken stop)
    {
        var over = new TaskCompletionSource(Continuations);
        using var stopping = stop.UnsafeRegister(Complete, over);
        using var timer = time.CreateTimer(Complete, over, wait, Timeout.InfiniteTimeSpan);
        await over.Task.ConfigureAwait(false);
    }

    private static void Complete(object? over) => ((TaskCompletionSource)over!).TrySetResult();
}
