namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>What a run depends on in which nodes send what hosts enqueued.</summary>
internal sealed record DispatchPlan
{
    public int MaxParallel { get; init; } = 4;

    public int MaxParallelPerTarget { get; init; } = 2;

    /// <summary>How many of the first findings go to one target of one account; the others are spread over all.</summary>
    public int Backlog { get; init; }

    /// <summary>Which nodes, counted from 1, are called by a scheduler of the host instead of running the worker.</summary>
    public int Scheduled { get; init; }

    /// <summary>How likely a node is asked to end in a turn.</summary>
    public double TerminateRate { get; init; }

    /// <summary>How likely the clock of a node jumps in a turn.</summary>
    public double JumpRate { get; init; }

    /// <summary>Whether the backlog is enqueued before anything is sent.</summary>
    public bool StartsLate { get; init; }

    /// <summary>How often others may be served while a target waits that has a place; <see langword="null"/> when that is not judged.</summary>
    public int? MostOvertakings { get; init; }
}
