using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// A GitHub on loopback that speaks the REST interface of Enterprise Server for issues, labels, comments, users and apps: with the
/// bodies, statuses and headers of GitHub's published description, and with faults on demand.
/// </summary>
/// <remarks>
/// Its API is below <c>api/v3/</c>, as on a server of one's own, so a target needs <see cref="FakeTrackerServer.BaseAddress"/> as <c>BaseUrl</c> and
/// the network policy <c>loopback</c>. Keys of tickets are <c>owner/name#1</c>. All members may be used from any thread.
/// </remarks>
public sealed partial class FakeGitHub : FakeTrackerServer
{
    private readonly FakeGitHubState _state;
    private readonly FakeGitHubKeys _keys;
    private readonly FakeGitHubEndpoint _endpoint;

    private FakeGitHub(FakeGitHubOptions options)
        : base(options.TimeProvider)
    {
        Token = options.Token ?? "github_pat_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Repository = options.Repository;
        _state = new(options, () => BaseAddress);
        _keys = new(_state, Token);
        _endpoint = new(_state, _keys, IsIndexed);
    }

    /// <summary>The personal access token that is known.</summary>
    public string Token { get; }

    /// <summary>The repository that was there first, as <c>owner/name</c>.</summary>
    public string Repository { get; }

    /// <summary>The id of the GitHub App that is known.</summary>
    public string AppId { get; } = FakeGitHubKeys.AppId;

    /// <summary>The number of the app's installation.</summary>
    public long InstallationId { get; } = FakeGitHubKeys.InstallationId;

    /// <summary>The app's private key as PEM; made anew for each server.</summary>
    public string PrivateKey => _keys.PrivateKey;

    /// <summary>Whether the credentials may set labels, assignees, milestones and types; without it GitHub leaves them out and says nothing.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool HasWriteAccess
    {
        get => _state.HasWriteAccess;
        set => _state.HasWriteAccess = value;
    }

    /// <summary>Whether the repository has issues; without, every request for one is answered 410.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool HasIssues
    {
        get => _state.HasIssues;
        set => _state.HasIssues = value;
    }

    /// <summary>Whether the repository is archived; every change is answered 403 then.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsArchived
    {
        get => _state.IsArchived;
        set => _state.IsArchived = value;
    }

    /// <summary>The logins that tickets can be assigned to.</summary>
    /// <value>Default: the token's own and <c>octocat</c>.</value>
    public ImmutableArray<string> Assignable
    {
        get => _state.Assignable;
        set => _state.Assignable = value;
    }

    /// <summary>The labels of the first repository.</summary>
    public ImmutableArray<string> Labels => Locked<ImmutableArray<string>>(() => [.. _state.First.Labels.Order(StringComparer.Ordinal)]);

    /// <summary>How many tokens were given to the app.</summary>
    public int TokensGiven => Locked(() => _keys.Given);

    /// <summary>How many reads were answered "not modified", which costs no quota.</summary>
    public int NotModifiedAnswers => Locked(() => _endpoint.NotModified);

    /// <inheritdoc/>
    public override ImmutableArray<FakeTicket> Tickets => Locked<ImmutableArray<FakeTicket>>(() => [.. _state.Issues.Select(issue => _state.ToTicket(issue))]);

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="options">Its options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">The options' repository is not <c>owner/name</c>.</exception>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeGitHub> StartAsync(FakeGitHubOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new FakeGitHub(options ?? new());
        await server.ListenAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>The next request is refused because the hour's requests are used up: 403, <c>x-ratelimit-remaining: 0</c> and the time of the reset.</summary>
    /// <param name="until">How long until the reset.</param>
    /// <param name="kind">Which kind of call is meant.</param>
    public void UseUpQuotaNext(TimeSpan until, FakeTrackerCallKind kind = FakeTrackerCallKind.Create) =>
        RefuseNext(FakeGitHubReplies.QuotaUsedUp(TimeProvider.GetUtcNow() + until), kind);

    /// <summary>The next request is refused for a secondary limit without a word about how long to wait, as GitHub does at times.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void LimitNextSilently(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => RefuseNext(FakeGitHubReplies.SecondaryLimit(null), kind);

    /// <summary>Ends all tokens that were given to the app, before their time.</summary>
    public void EndAppTokens() => Locked(() =>
    {
        _keys.EndAll();
        return true;
    });

    /// <inheritdoc/>
    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request) => FakeGitHubRoutes.KindOf(request);

    /// <inheritdoc/>
    protected override FakeHttpReply Handle(FakeHttpRequest request) => FakeGitHubReplies.Complete(_endpoint.Handle(request));

    /// <inheritdoc/>
    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) => FakeGitHubReplies.SecondaryLimit(retryAfter);

    /// <inheritdoc/>
    protected override FakeHttpReply Refused(int status, string code) => FakeGitHubReplies.Refused(status, code);
}
