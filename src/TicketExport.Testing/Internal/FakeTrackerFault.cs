namespace TicketExport.Testing.Internal;

internal abstract record FakeTrackerFault
{
    private FakeTrackerFault()
    {
    }

    public sealed record LoseReply : FakeTrackerFault;

    public sealed record DropBeforeCommit : FakeTrackerFault;

    public sealed record Refuse(int Status, string Code, TimeSpan? RetryAfter = null) : FakeTrackerFault;

    public sealed record Answer(int Status, byte[] Body, string ContentType) : FakeTrackerFault;

    public sealed record LoginPage : FakeTrackerFault;

    public sealed record Wait(Func<CancellationToken, Task> Until) : FakeTrackerFault;
}
