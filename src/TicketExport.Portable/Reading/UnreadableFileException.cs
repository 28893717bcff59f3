namespace TicketExport.Portable.Reading;

/// <summary>Ends the reading of a file; becomes its last result and never leaves this library.</summary>
internal sealed class UnreadableFileException(PortableProblem problem, long line) : Exception(problem.Message)
{
    public PortableProblem Problem { get; } = problem;

    /// <summary>The line, or 0 where only the caller knows it.</summary>
    public long Line { get; } = line;
}
