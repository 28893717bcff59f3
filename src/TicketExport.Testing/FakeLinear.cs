using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// Linear on loopback: one GraphQL endpoint that takes chosen ids, refuses a second issue with the same id, drops HTML comments, hides
/// what it does not want to show behind "Entity not found", and answers its errors with 200.
/// </summary>
/// <remarks>
/// <para>It reads documents for itself and answers with what they select: <c>viewer</c>, <c>teams</c>, <c>issueLabels</c>, <c>users</c> and
/// <c>issue</c>, and the mutations that create and change issues, comments, attachments and labels. It checks variables and arguments by their
/// types, and refuses what it does not know as Linear refuses what its schema does not have.</para>
/// <para>A read by an operation whose name starts with <c>Find</c> counts as a look-up, any other as a read. For the rest see
/// <see cref="FakeTrackerServer"/>.</para>
/// </remarks>
public sealed partial class FakeLinear : FakeTrackerServer
{
    private readonly LinearStore _store;
    private readonly LinearResolver _resolver;

    private FakeLinear(FakeLinearOptions options)
        : base(options.TimeProvider)
    {
        ApiKey = options.ApiKey ?? $"lin_api_{RandomNumberGenerator.GetHexString(40, lowercase: true)}";
        Token = options.Token ?? $"lin_oauth_{RandomNumberGenerator.GetHexString(64, lowercase: true)}";
        _store = new LinearStore(options.Workspace, () => BaseAddress, TimeProvider);
        _resolver = new LinearResolver(_store);
        foreach (var key in options.Teams)
        {
            _store.AddTeam(key);
        }
    }

    /// <summary>The personal API key that requests may carry, without <c>Bearer</c>.</summary>
    public string ApiKey { get; }

    /// <summary>The OAuth access token that requests may carry as bearer instead.</summary>
    public string Token { get; }

    /// <summary>The id of the user that requests are made as: what an echo of our own is known by.</summary>
    public string ViewerId => _store.ViewerId;

    /// <inheritdoc/>
    public override ImmutableArray<FakeTicket> Tickets => Locked(() => _store.ToTickets());

    /// <summary>The addresses attached to an issue.</summary>
    /// <param name="key">The identifier or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public ImmutableArray<Uri> AttachmentsOf(string key) => Locked(() => _store.Get(key).Attachments.Select(static url => new Uri(url)).ToImmutableArray());

    /// <summary>Starts Linear on a free loopback port.</summary>
    /// <param name="options">The workspace.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeLinear> StartAsync(FakeLinearOptions? options = null, CancellationToken cancellationToken = default)
    {
        var linear = new FakeLinear(options ?? new FakeLinearOptions());
        await linear.ListenAsync(cancellationToken).ConfigureAwait(false);
        return linear;
    }

    /// <inheritdoc/>
    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => LinearCalls.KindOf(request, _store));
    }

    /// <inheritdoc/>
    protected override FakeHttpReply Handle(FakeHttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithLimits(Answer(request), isUsedUp: false, TimeSpan.FromHours(1));
    }

    /// <inheritdoc/>
    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) => WithLimits(
        LinearReplies.Error(400, new LinearProblem("Rate limit exceeded. Only 2500 requests are allowed per 1 hour.", "RATELIMITED", "ratelimited")),
        isUsedUp: true,
        retryAfter);

    /// <inheritdoc/>
    protected override FakeHttpReply Refused(int status, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return LinearReplies.Error(status, new LinearProblem(code, code, LinearReplies.TypeOf(code)));
    }

    private FakeHttpReply Answer(FakeHttpRequest request)
    {
        if (request.Method != "POST" || request.Path.TrimEnd('/') != "/graphql")
        {
            return FakeHttpReply.Text(404, "Not Found", "text/plain; charset=utf-8");
        }

        var given = request.Headers.GetValueOrDefault("Authorization");
        return given == ApiKey || given == $"Bearer {Token}"
            ? _resolver.Answer(request)
            : LinearReplies.Error(401, new LinearProblem("Authentication required, not authenticated", "AUTHENTICATION_ERROR", "authentication error"));
    }

    // Linear tells the state of each limit with every answer.
    private FakeHttpReply WithLimits(FakeHttpReply reply, bool isUsedUp, TimeSpan reset)
    {
        var hour = LinearReplies.Milliseconds(TimeProvider.GetUtcNow() + TimeSpan.FromHours(1));
        return reply
            .With("X-RateLimit-Requests-Limit", "2500")
            .With("X-RateLimit-Requests-Remaining", isUsedUp ? "0" : "2400")
            .With("X-RateLimit-Requests-Reset", LinearReplies.Milliseconds(TimeProvider.GetUtcNow() + reset))
            .With("X-RateLimit-Complexity-Limit", "3000000")
            .With("X-RateLimit-Complexity-Remaining", "2999000")
            .With("X-RateLimit-Complexity-Reset", hour);
    }
}
