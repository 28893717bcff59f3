namespace TicketExport.Portable.Reading;

/// <summary>A ticket, or the rest of a file, that cannot be cut out of it.</summary>
internal sealed class FaultyRecord(long number, long line, PortableProblem problem) : PortableRecord(number, line)
{
    public override LinkFields ReadLink(ProblemList problems)
    {
        problems.Add(problem);
        return new();
    }

    protected override PortableTicket? ReadTicket(ProblemList problems)
    {
        problems.Add(problem);
        return null;
    }
}
