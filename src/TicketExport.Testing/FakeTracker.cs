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

    /// <summary>How many requests to read one ticket have arrived.</summary>
    public int ReadCalls => _state.CountOf(FakeTrackerCallKind.Read);

    /// <summary>How many requests to update a ticket have arrived, refused and failed ones included.</summary>
    public int UpdateCalls => _state.CountOf(FakeTrackerCallKind.Update);

    /// <summary>All tickets, the oldest first, deleted ones included.</summary>
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

    /// <summary>How many requests of one kind have arrived, refused and failed ones included.</summary>
    public int CallsOf(FakeTrackerCallKind kind) => _state.CountOf(kind);

    /// <summary>The next request that changes something commits it, and the connection is cut instead of an answer.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void LoseNextReply(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => _state.Queue(kind, new FakeTrackerFault.LoseReply());

    /// <summary>The next request that changes something is read whole, and the connection is cut before anything is committed.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void DropBeforeCommit(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => _state.Queue(kind, new FakeTrackerFault.DropBeforeCommit());

    /// <summary>The next create commits its ticket and is answered 201 with a body that cannot be read.</summary>
    public void GarbageReply() => AnswerNext(201, "{\"id\":");

    /// <summary>The next call is carried out and answered with this instead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The body's content type.</param>
    /// <param name="kind">Which kind of call is meant; not a look-up by marker.</param>
    public void AnswerNext(int status, string body, string contentType = "application/json", FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        _state.Queue(kind, new FakeTrackerFault.Answer(status, Encoding.UTF8.GetBytes(body), contentType));

    /// <summary>The next call commits nothing and is answered 200 with a sign-in page.</summary>
    /// <param name="kind">Which kind of call is meant; not a look-up by marker.</param>
    public void LoginPage(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => _state.Queue(kind, new FakeTrackerFault.LoginPage());

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

    /// <summary>The next call waits by the tracker's clock before it commits; a caller that leaves meanwhile changes nothing.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="kind">Which kind of call is meant; not a look-up by marker.</param>
    public void DelayNext(TimeSpan delay, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        _state.Queue(kind, new FakeTrackerFault.Wait(token => Task.Delay(delay, _state.Time, token)));

    /// <summary>The next call waits for a signal before it commits; a caller that leaves meanwhile changes nothing.</summary>
    /// <param name="until">The signal.</param>
    /// <param name="kind">Which kind of call is meant; not a look-up by marker.</param>
    public void HoldNext(Task until, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        _state.Queue(kind, new FakeTrackerFault.Wait(until.WaitAsync));

    /// <summary>Closes a ticket, as a person at the tracker would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void CloseTicket(string key) => SetStatus(key, FakeTrackerStatuses.Closed);

    /// <summary>Puts a ticket into a status, as a person at the tracker would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="status">Any word; those of <see cref="FakeTrackerStatuses"/> can be mapped.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void SetStatus(string key, string status)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(status);
        Edit(key, ticket => ticket with { Status = status });
    }

    /// <summary>Deletes a ticket, as a person at the tracker would. It stays in <see cref="Tickets"/>.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void DeleteTicket(string key) => Edit(key, static ticket => ticket with { IsDeleted = true });

    /// <summary>Takes a ticket out of the token's reach, or brings it back.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="isForbidden">Whether it is out of reach.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void ForbidTicket(string key, bool isForbidden = true) => Edit(key, ticket => ticket with { IsForbidden = isForbidden });

    /// <summary>Gives a ticket another key, as a move to another project does. Its id stays.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="newKey">The new key.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void MoveTicket(string key, string newKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(newKey);
        Edit(key, ticket => ticket with { Key = newKey });
    }

    /// <summary>Takes the tracker down: connections are cut, and new ones are refused. Tickets stay.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Brings the tracker up again at the same address.</summary>
    public Task RestartAsync(CancellationToken cancellationToken = default) => _server.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Edit(string key, Func<FakeTicket, FakeTicket> edit)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_state.Edit(key, edit) is null)
        {
            throw new ArgumentException($"The tracker has no ticket '{key}'.", nameof(key));
        }
    }
}
