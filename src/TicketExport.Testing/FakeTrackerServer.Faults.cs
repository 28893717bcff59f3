using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

public abstract partial class FakeTrackerServer
{
    /// <summary>The next request is carried out, and the connection is cut instead of an answer.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void LoseNextReply(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => Queue(kind, new FakeServerFault.LoseReply());

    /// <summary>The next request is read whole, and the connection is cut before anything is carried out.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void DropBeforeCommit(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => Queue(kind, new FakeServerFault.Drop());

    /// <summary>The connection of the next request is cut at once, and the request is carried out later all the same.</summary>
    /// <param name="until">When it is carried out.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void CommitNextLate(Task until, FakeTrackerCallKind kind = FakeTrackerCallKind.Create)
    {
        ArgumentNullException.ThrowIfNull(until);
        Queue(kind, new FakeServerFault.CommitLate(until));
    }

    /// <summary>The next request is carried out and answered with this instead.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void AnswerNext(FakeHttpReply reply, FakeTrackerCallKind kind = FakeTrackerCallKind.Create)
    {
        ArgumentNullException.ThrowIfNull(reply);
        Queue(kind, new FakeServerFault.Mask(reply));
    }

    /// <summary>The next request is carried out and answered with a body that cannot be read.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void GarbageReply(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        AnswerNext(FakeHttpReply.Text(200, "{\"id\":", "application/json"), kind);

    /// <summary>The next request is not carried out and answered 200 with a sign-in page.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void LoginPage(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => RefuseNext(
        FakeHttpReply.Text(200, "<!doctype html><title>Sign in</title><form method=post></form>", "text/html; charset=utf-8"),
        kind);

    /// <summary>The next request is refused in the tracker's own way and not carried out.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The tracker's code or message.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void RejectNext(int status, string code, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => RefuseNext(Refused(status, code), kind);

    /// <summary>The next request is not carried out and answered with this.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void RefuseNext(FakeHttpReply reply, FakeTrackerCallKind kind = FakeTrackerCallKind.Create)
    {
        ArgumentNullException.ThrowIfNull(reply);
        Queue(kind, new FakeServerFault.Refuse(reply));
    }

    /// <summary>The next request is not carried out and told to wait, in the tracker's own way.</summary>
    /// <param name="retryAfter">How long the caller should wait.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void RateLimitNext(TimeSpan retryAfter, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => RefuseNext(RateLimited(retryAfter), kind);

    /// <summary>The next request waits by the tracker's clock before it is carried out; a caller that leaves meanwhile changes nothing.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void DelayNext(TimeSpan delay, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        Queue(kind, new FakeServerFault.Wait(token => Task.Delay(delay, TimeProvider, token)));

    /// <summary>The next request waits for a signal before it is carried out; a caller that leaves meanwhile changes nothing.</summary>
    /// <param name="until">The signal.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void HoldNext(Task until, FakeTrackerCallKind kind = FakeTrackerCallKind.Create)
    {
        ArgumentNullException.ThrowIfNull(until);
        Queue(kind, new FakeServerFault.Wait(until.WaitAsync));
    }

    /// <summary>The next request is carried out; half of its answer's body comes at once, the rest after a signal.</summary>
    /// <param name="until">The signal.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void SlowBody(Task until, FakeTrackerCallKind kind = FakeTrackerCallKind.Create)
    {
        ArgumentNullException.ThrowIfNull(until);
        Queue(kind, new FakeServerFault.SlowBody(until));
    }

    private void Queue(FakeTrackerCallKind kind, FakeServerFault fault) => _log.Queue(kind, fault);
}
