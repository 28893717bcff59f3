namespace TicketExport.Testing.Internal;

// Ends the carrying out of a document with an error of Linear's.
internal sealed class LinearException(LinearProblem problem) : Exception(problem.Message)
{
    public LinearProblem Problem { get; } = problem;
}
