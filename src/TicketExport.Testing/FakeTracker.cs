using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// A small tracker on loopback HTTP, with tickets <c>TCK-1</c>, <c>TCK-2</c> and so on, a strongly consistent look-up by marker and faults on
/// demand.
/// </summary>
/// <remarks>
/// <para>It counts its own calls and knows no idempotency key: whoever sends a create twice gets two tickets, and
/// <see cref="Tickets"/> shows them. Listens on 127.0.0.1 only. All members may be used from any thread.</para>
/// <para>A fault meets the next request of its kind that has none yet; queue several for several requests.</para>
/// </remarks>
public sealed class FakeTracker : IAsyncDisposable
{
    private readonly FakeTrackerState _state;
    private readonly LoopbackServer _server;

    private FakeTracker(FakeTrackerOptions options)
    {
        Token = options.Token ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        _state = new FakeTrackerState(options.KeyPrefix, options.TimeProvider);
        var endpoint = new FakeTrackerEndpoint(_state, Token, () => BaseAddress);
        _server = new LoopbackServer(endpoint.HandleAsync);
    }

    /// <summary>The tracker's address, such as <c>http://127.0.0.1:40123/</c>. Stays the same after <see cref="RestartAsync"/>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The token that requests must carry as bearer.</summary>
    public string Token { get; }

    /// <summary>How many create requests have arrived, refused and failed ones included.</summary>
    public int CreateCalls => _state.CountOf(FakeTrackerCallKind.Create);

    /// <summary>How many look-ups by marker have arrived.</summary>
    public int FindCalls => _state.CountOf(FakeTrackerCallKind.Find);

    /// <summary>All tickets, the oldest first.</summary>
    public ImmutableArray<FakeTicket> Tickets => _state.Tickets;

    /// <summary>All calls that were decided, the oldest first.</summary>
    public ImmutableArray<FakeTrackerCall> Calls => _state.Calls;

    /// <summary>Starts a tracker on a free loopback port.</summary>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeTracker> StartAsync(FakeTrackerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var tracker = new FakeTracker(options ?? new FakeTrackerOptions());
        await tracker._server.StartAsync(cancellationToken).ConfigureAwait(false);
        return tracker;
    }

    /// <summary>The next create commits its ticket, and the connection is cut instead of an answer.</summary>
    public void LoseNextReply() => _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.LoseReply());

    /// <summary>The next create is read whole, and the connection is cut before anything is committed.</summary>
    public void DropBeforeCommit() => _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.DropBeforeCommit());

    /// <summary>The next create commits its ticket and is answered 201 with a body that cannot be read.</summary>
    public void GarbageReply() => AnswerNext(201, "{\"id\":");

    /// <summary>The next create commits its ticket and is answered with this instead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The body's content type.</param>
    public void AnswerNext(int status, string body, string contentType = "application/json") =>
        _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.Answer(status, Encoding.UTF8.GetBytes(body), contentType));

    /// <summary>The next create commits nothing and is answered 200 with a sign-in page.</summary>
    public void LoginPage() => _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.LoginPage());

    /// <summary>The next call is refused and commits nothing.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The tracker's error code.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void RejectNext(int status, string code, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        _state.Queue(kind, new FakeTrackerFault.Refuse(status, code));

    /// <summary>The next call is answered 429 with a <c>Retry-After</c> in whole seconds.</summary>
    /// <param name="retryAfter">How long the caller should wait.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void RateLimitNext(TimeSpan retryAfter, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        _state.Queue(kind, new FakeTrackerFault.Refuse(429, "rate_limited", retryAfter));

    /// <summary>The next create waits by the tracker's clock before it commits; a caller that leaves meanwhile gets no ticket.</summary>
    public void DelayNext(TimeSpan delay) =>
        _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.Wait(token => Task.Delay(delay, _state.Time, token)));

    /// <summary>The next create waits for a signal before it commits; a caller that leaves meanwhile gets no ticket.</summary>
    public void HoldNext(Task until) => _state.Queue(FakeTrackerCallKind.Create, new FakeTrackerFault.Wait(until.WaitAsync));

    /// <summary>Takes the tracker down: connections are cut, and new ones are refused. Tickets stay.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Brings the tracker up again at the same address.</summary>
    public Task RestartAsync(CancellationToken cancellationToken = default) => _server.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
