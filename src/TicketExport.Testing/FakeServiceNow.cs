using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// A ServiceNow instance on loopback that speaks version 2 of the Table API for task tables, journals and users: with the bodies, statuses and
/// headers of ServiceNow's documentation, with its habit of leaving out what it does not understand, and with faults on demand.
/// </summary>
/// <remarks>
/// A target needs <see cref="FakeTrackerServer.BaseAddress"/> as <c>BaseUrl</c> and the network policy <c>loopback</c>. Ids of tickets are sys_ids,
/// keys are numbers such as <c>INC0010001</c>. All members may be used from any thread.
/// </remarks>
public sealed partial class FakeServiceNow : FakeTrackerServer
{
    private readonly FakeServiceNowState _state;
    private readonly FakeServiceNowEndpoint _endpoint;

    private FakeServiceNow(FakeServiceNowOptions options)
        : base(options.TimeProvider)
    {
        AccessToken = options.AccessToken ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        UserName = options.UserName;
        _state = new(options, () => BaseAddress);
        _endpoint = new(_state, this, IsIndexed);
    }

    /// <summary>The OAuth access token that is known.</summary>
    public string AccessToken { get; }

    /// <summary>The API key that is known.</summary>
    public string ApiKey { get; } = "now_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>The user that all credentials belong to.</summary>
    public string UserName { get; }

    /// <summary>The user's password.</summary>
    public string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>Whether the user may see records; without, they are counted and not shown.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CanReadRecords
    {
        get => _state.CanReadRecords;
        set => _state.CanReadRecords = value;
    }

    /// <summary>Whether the user may read <c>sys_journal_field</c>; without, a request for it is answered 403.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CanReadJournal
    {
        get => _state.CanReadJournal;
        set => _state.CanReadJournal = value;
    }

    /// <summary>Whether the user may read <c>sys_user</c>; without, a request for it is answered 403.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CanReadUsers
    {
        get => _state.CanReadUsers;
        set => _state.CanReadUsers = value;
    }

    /// <summary>Whether records show their journals where display values are asked for.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool ShowsJournals
    {
        get => _state.ShowsJournals;
        set => _state.ShowsJournals = value;
    }

    /// <summary>Whether the tables have the fields <c>correlation_id</c> and <c>correlation_display</c>; without, they are left out of queries and answers without a word.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool HasCorrelation
    {
        get => _state.HasCorrelation;
        set => _state.HasCorrelation = value;
    }

    /// <summary>Whether a query with a part that is not understood finds nothing, as <c>glide.invalid_query.returns_no_rows</c> has it; or else everything that the rest meets.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool InvalidQueriesFindNothing
    {
        get => _state.InvalidQueriesFindNothing;
        set => _state.InvalidQueriesFindNothing = value;
    }

    /// <summary>Whether a unique index on <c>correlation_id</c> refuses a second record with the same value.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool HasUniqueCorrelation
    {
        get => _state.HasUniqueCorrelation;
        set => _state.HasUniqueCorrelation = value;
    }

    /// <summary>The fields that a data policy demands of a new record, with their labels.</summary>
    /// <value>Default: empty.</value>
    public ImmutableDictionary<string, string> DemandedFields
    {
        get => _state.DemandedFields;
        set => _state.DemandedFields = value ?? ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>The states that a business rule puts back, without an error.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<string> RefusedStates
    {
        get => _state.RefusedStates;
        set => _state.RefusedStates = value.IsDefault ? [] : value;
    }

    /// <inheritdoc/>
    public override ImmutableArray<FakeTicket> Tickets => Locked<ImmutableArray<FakeTicket>>(() => [.. _state.Records.Select(_state.ToTicket)]);

    /// <summary>Starts an instance on a free port.</summary>
    /// <param name="options">Its options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeServiceNow> StartAsync(FakeServiceNowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new FakeServiceNow(options ?? new());
        await server.ListenAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>The next request meets an instance that sleeps: 200 with a page that says so.</summary>
    /// <param name="kind">Which kind of call is meant.</param>
    public void SleepNext(FakeTrackerCallKind kind = FakeTrackerCallKind.Create) => RefuseNext(FakeServiceNowReplies.Asleep(), kind);

    /// <inheritdoc/>
    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request) => FakeServiceNowRoutes.KindOf(request);

    /// <inheritdoc/>
    protected override FakeHttpReply Handle(FakeHttpRequest request) => _endpoint.Handle(request);

    /// <inheritdoc/>
    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) => FakeServiceNowReplies.RateLimited(retryAfter, TimeProvider.GetUtcNow());

    /// <inheritdoc/>
    protected override FakeHttpReply Refused(int status, string code) => FakeServiceNowReplies.Refused(status, code);
}
