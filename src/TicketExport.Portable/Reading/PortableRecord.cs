namespace TicketExport.Portable.Reading;

/// <summary>One ticket of a file before its fields are judged. Of use until the next one is asked for.</summary>
internal abstract class PortableRecord(long number, long line)
{
    public long Number { get; } = number;

    public long Line { get; } = line;

    public PortableReadResult ReadTicket()
    {
        var problems = new ProblemList();
        var ticket = ReadTicket(problems);
        return problems.IsEmpty && ticket is not null
            ? new() { Record = Number, Line = Line, Ticket = ticket }
            : new() { Record = Number, Line = Line, Problems = problems.Drain() };
    }

    /// <summary>Reads what links the ticket to one that a person made of it.</summary>
    public abstract LinkFields ReadLink(ProblemList problems);

    /// <summary>Reads the ticket. What is returned beside a problem is not used.</summary>
    protected abstract PortableTicket? ReadTicket(ProblemList problems);
}
