using System.Collections.Immutable;

namespace TicketExport.Portable.Reading;

/// <summary>Gathers problems. Stops at a number that a person can read.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    private readonly ImmutableArray<PortableProblem>.Builder _problems = ImmutableArray.CreateBuilder<PortableProblem>();

    public bool IsEmpty => _problems.Count == 0;

    public void Add(PortableProblem problem)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(problem);
        }
    }

    public void Add(string field, string rule, string message) => Add(new PortableProblem(field, rule, message));

    public ImmutableArray<PortableProblem> Drain() => _problems.DrainToImmutable();
}
