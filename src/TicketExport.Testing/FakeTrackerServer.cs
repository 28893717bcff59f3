using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// The base of a fake tracker: an HTTP server on loopback that counts its calls, keeps what was said, and fails on demand. A tracker
/// adds its wire: what a request asks for, and what it is answered.
/// </summary>
/// <remarks>
/// <para>It knows no idempotency by itself: whoever sends a create twice gets two tickets, and <see cref="Tickets"/> shows them. Listens on
/// 127.0.0.1 only. All members may be used from any thread; <see cref="Handle"/> runs for one request at a time.</para>
/// <para>A fault meets the next request of its kind that has none yet; queue several for several requests.</para>
/// </remarks>
public abstract partial class FakeTrackerServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly FakeServerLog _log;
    private readonly LoopbackServer _server;

    /// <summary>Creates a server that does not listen yet.</summary>
    /// <param name="timeProvider">The tracker's clock.</param>
    protected FakeTrackerServer(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        TimeProvider = timeProvider;
        _log = new FakeServerLog(timeProvider);
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>The tracker's address, such as <c>http://127.0.0.1:40123/</c>. Stays the same after <see cref="RestartAsync"/>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The tracker's clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>How long a new or changed ticket stays out of sight of look-ups; a read by id sees it at once.</summary>
    /// <value>Default: none.</value>
    public TimeSpan IndexLag { get; set; }

    /// <summary>All tickets, the oldest first, deleted ones included.</summary>
    public abstract ImmutableArray<FakeTicket> Tickets { get; }

    /// <summary>How many create requests have arrived, refused and failed ones included.</summary>
    public int CreateCalls => CallsOf(FakeTrackerCallKind.Create);

    /// <summary>How many look-ups by marker have arrived.</summary>
    public int FindCalls => CallsOf(FakeTrackerCallKind.Find);

    /// <summary>All calls that were decided, the oldest first.</summary>
    public ImmutableArray<FakeTrackerCall> Calls => _log.Calls;

    /// <summary>All requests with their answers, the oldest first.</summary>
    public ImmutableArray<FakeExchange> Exchanges => _log.Exchanges;

    /// <summary>How many requests of one kind have arrived, refused and failed ones included.</summary>
    public int CallsOf(FakeTrackerCallKind kind) => _log.CountOf(kind);

    /// <summary>Ends when so many requests of one kind have arrived; they need not be answered yet.</summary>
    /// <param name="count">How many, those that came before included.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public Task WhenArrivedAsync(int count = 1, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => _log.WhenArrived(kind, count);

    /// <summary>Takes the tracker down: connections are cut, and new ones are refused. Tickets stay.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Brings the tracker up again at the same address.</summary>
    public Task RestartAsync(CancellationToken cancellationToken = default) => ListenAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen, the first time on a free port.</summary>
    /// <exception cref="IOException">No port could be bound.</exception>
    protected Task ListenAsync(CancellationToken cancellationToken) => _server.StartAsync(cancellationToken);

    /// <summary>What a request asks for; decides which faults it meets. Must not change anything.</summary>
    protected abstract FakeTrackerCallKind KindOf(FakeHttpRequest request);

    /// <summary>Checks and carries out a request as the real tracker would, and answers.</summary>
    protected abstract FakeHttpReply Handle(FakeHttpRequest request);

    /// <summary>How the tracker says "too many requests".</summary>
    /// <param name="retryAfter">How long the caller should wait.</param>
    protected abstract FakeHttpReply RateLimited(TimeSpan retryAfter);

    /// <summary>How the tracker refuses with a status and a code or message of its own.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The code or message.</param>
    protected abstract FakeHttpReply Refused(int status, string code);

    /// <summary>Whether look-ups see what was committed at a time: see <see cref="IndexLag"/>.</summary>
    protected bool IsIndexed(DateTimeOffset committedAt) => TimeProvider.GetUtcNow() - committedAt >= IndexLag;

    /// <summary>Runs something while no request is carried out, such as a person's edit.</summary>
    protected T Locked<T>(Func<T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (_gate)
        {
            return run();
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = await FakeHttpReader.ReadAsync(context).ConfigureAwait(false);
        var kind = KindOf(request);
        var fault = _log.Arrive(kind);
        if (fault is FakeServerFault.Wait wait)
        {
            await wait.Until(context.RequestAborted).ConfigureAwait(false);
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        if (fault is FakeServerFault.CommitLate late)
        {
            _ = CommitLateAsync(late.Until, new FakeExchange(kind, request, null));
            context.Abort();
            return;
        }

        var own = fault is FakeServerFault.Refuse or FakeServerFault.Drop ? null : Locked(() => Handle(request));
        var sent = fault switch
        {
            FakeServerFault.Refuse refusal => refusal.Reply,
            FakeServerFault.Mask mask => mask.Reply,
            FakeServerFault.Drop or FakeServerFault.LoseReply => null,
            _ => own,
        };
        _log.Add(new FakeExchange(kind, request, sent), own);
        await (sent is null ? CutAsync(context) : WriteAsync(context, sent, (fault as FakeServerFault.SlowBody)?.Until)).ConfigureAwait(false);
    }

    private async Task CommitLateAsync(Task until, FakeExchange exchange)
    {
        await until.ConfigureAwait(false);
        var own = Locked(() => Handle(exchange.Request));
        _log.Add(exchange, own);
    }

    private static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, FakeHttpReply reply, Task? until)
    {
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (until is null)
        {
            await Reply.BytesAsync(context, reply.Status, reply.ContentType, reply.Body).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await until.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.WriteAsync(reply.Body[(reply.Body.Length / 2)..], context.RequestAborted).ConfigureAwait(false);
    }
}
