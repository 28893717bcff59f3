using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// A small tracker on loopback HTTP, with tickets <c>TCK-1</c>, <c>TCK-2</c> and so on, a look-up by marker that is consistent at once, and the
/// faults of <see cref="FakeTrackerServer"/>.
/// </summary>
/// <remarks>
/// Unless <see cref="FakeTrackerOptions.IsIdempotent"/> is set, whoever sends a create twice gets two tickets, and <see cref="Tickets"/> shows them. All members may be used
/// from any thread.
/// </remarks>
public sealed class FakeTracker : FakeTrackerServer
{
    private readonly FakeTrackerState _state;
    private readonly FakeTrackerWire _wire;

    private FakeTracker(FakeTrackerOptions options)
        : base(options.TimeProvider)
    {
        Token = options.Token ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        _state = new FakeTrackerState(options);
        _wire = new FakeTrackerWire(_state, Token, IsIndexed);
    }

    /// <summary>The token that requests must carry as bearer.</summary>
    public string Token { get; }

    /// <summary>How many requests to read one ticket have arrived.</summary>
    public int ReadCalls => CallsOf(FakeTrackerCallKind.Read);

    /// <summary>How many requests to update a ticket have arrived, refused and failed ones included.</summary>
    public int UpdateCalls => CallsOf(FakeTrackerCallKind.Update);

    /// <inheritdoc/>
    public override ImmutableArray<FakeTicket> Tickets => Locked(() => _state.Tickets);

    /// <summary>Starts a tracker on a free loopback port.</summary>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeTracker> StartAsync(FakeTrackerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var tracker = new FakeTracker(options ?? new FakeTrackerOptions());
        await tracker.ListenAsync(cancellationToken).ConfigureAwait(false);
        return tracker;
    }

    /// <summary>The next create commits its ticket and is answered 201 with a body that cannot be read.</summary>
    public void GarbageReply() => AnswerNext(201, "{\"id\":");

    /// <summary>The next call is carried out and answered with this instead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The body's content type.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void AnswerNext(int status, string body, string contentType = "application/json", FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        AnswerNext(FakeHttpReply.Text(status, body, contentType), kind);

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

    /// <summary>Writes another body, as a person at the tracker would. The marker stands beside the body and stays.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void EditBody(string key, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Edit(key, ticket => ticket with { Body = body });
    }

    /// <summary>Comments on a ticket, as a person at the tracker would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="text">The comment.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void CommentOn(string key, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Locked(() => _state.Find(key) is { } ticket ? _state.AddComment(ticket.Id, text) : throw NoSuch(key));
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

    /// <inheritdoc/>
    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request) => FakeTrackerWire.KindOf(request);

    /// <inheritdoc/>
    protected override FakeHttpReply Handle(FakeHttpRequest request) => _wire.Handle(request, BaseAddress);

    /// <inheritdoc/>
    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) => FakeTrackerWire.RateLimited(retryAfter);

    /// <inheritdoc/>
    protected override FakeHttpReply Refused(int status, string code) => FakeTrackerWire.Refused(status, code);

    private void Edit(string key, Func<FakeTicket, FakeTicket> edit)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Locked(() => _state.Edit(key, edit)) is null)
        {
            throw NoSuch(key);
        }
    }

    private static ArgumentException NoSuch(string key) => new($"The tracker has no ticket '{key}'.", nameof(key));
}
