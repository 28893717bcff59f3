namespace TicketExport.Testing.Internal;

internal abstract record FakeServerFault
{
    private FakeServerFault()
    {
    }

    // Carried out, and the connection is cut instead of an answer.
    public sealed record LoseReply : FakeServerFault;

    // Read whole, and the connection is cut before anything is carried out.
    public sealed record Drop : FakeServerFault;

    // Not carried out; this is the answer.
    public sealed record Refuse(FakeHttpReply Reply) : FakeServerFault;

    // Carried out; this is the answer instead of the tracker's own.
    public sealed record Mask(FakeHttpReply Reply) : FakeServerFault;

    // Carried out after the signal; a caller that leaves meanwhile changes nothing.
    public sealed record Wait(Func<CancellationToken, Task> Until) : FakeServerFault;

    // The connection is cut at once, and the request is carried out after the signal all the same.
    public sealed record CommitLate(Task Until) : FakeServerFault;

    // Carried out; half of the answer's body comes, and the rest after the signal.
    public sealed record SlowBody(Task Until) : FakeServerFault;
}
