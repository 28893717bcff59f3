using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>A Jira on loopback HTTP, Cloud or Data Center, with one project, its screens, workflow, comments and webhooks, and faults on demand.</summary>
/// <remarks>
/// It speaks the paths, bodies and errors of Jira's interface and refuses what Jira refuses. Search sees an issue when
/// <see cref="FakeTrackerServer.IndexLag"/> is over; a read by id sees it at once. See <see cref="FakeTrackerServer"/> for the rest.
/// </remarks>
public sealed class FakeJira : FakeTrackerServer
{
    private readonly FakeJiraOptions _options;
    private readonly JiraState _state;
    private readonly JiraWire _wire;

    private FakeJira(FakeJiraOptions options)
        : base(options.TimeProvider)
    {
        _options = options;
        Token = options.Token ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        _state = new JiraState(options, () => SiteUrl);
        _wire = new JiraWire(_state, options, Token, IsIndexed);
    }

    /// <summary>The address that people open, with a slash at its end.</summary>
    public Uri SiteUrl => _options.ContextPath.Length == 0 ? BaseAddress : new Uri(BaseAddress, $"{_options.ContextPath.Trim('/')}/");

    /// <summary>The address of the gateway, which takes OAuth tokens as well.</summary>
    public Uri GatewayUrl => new(BaseAddress, $"ex/jira/{JiraWire.CloudId}/");

    /// <summary>The e-mail address that goes with <see cref="Token"/> for Basic; at a Data Center the user's name.</summary>
    public string User => JiraWire.UserOf(_options);

    /// <summary>The token that requests must carry: with <see cref="User"/> for Basic, or alone as bearer at the gateway and at a Data Center.</summary>
    public string Token { get; }

    /// <summary>The id of the user whom the token belongs to: what an echo is known by.</summary>
    public string ActorId => JiraWire.ActorIdOf(_options);

    /// <summary>
    /// Whether bad credentials are answered as a stranger is, with empty searches and 404, instead of with 401. Jira does so when a
    /// proxy drops the header, and a Data Center also when a token has expired.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AnswersStrangers { get; set; }

    /// <summary>The permissions of the token, such as <c>CREATE_ISSUES</c>.</summary>
    public ISet<string> Permissions => _state.Permissions;

    /// <inheritdoc/>
    public override ImmutableArray<FakeTicket> Tickets => Locked(_state.ToTickets);

    /// <summary>Starts a Jira on a free loopback port.</summary>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeJira> StartAsync(FakeJiraOptions? options = null, CancellationToken cancellationToken = default)
    {
        var jira = new FakeJira(options ?? new FakeJiraOptions());
        await jira.ListenAsync(cancellationToken).ConfigureAwait(false);
        return jira;
    }

    /// <summary>Changes the create screen: adds a field, or replaces the one of its key.</summary>
    /// <param name="field">The field.</param>
    public void PutField(FakeJiraField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Locked(() => _state.PutField(field));
    }

    /// <summary>Puts an issue into a status, as a person would.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="status"><c>To Do</c>, <c>In Progress</c> and <c>Done</c> have a category; any other word has none.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void SetStatus(string key, string status)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(status);
        Edit(key, issue => issue.Status = status);
    }

    /// <summary>Adds a paragraph to an issue's description, as a person would.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="text">The paragraph.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void AppendDescription(string key, string text) => Edit(key, issue => issue.Append(text));

    /// <summary>Takes a label from an issue, or adds one, as a person would.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="label">The label.</param>
    /// <param name="isThere">Whether the issue has it afterwards.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void SetLabel(string key, string label, bool isThere) => Edit(key, issue => issue.SetLabel(label, isThere));

    /// <summary>Clones an issue, as a person would: fields and labels go along, properties do not.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <returns>The clone's key.</returns>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public string CloneIssue(string key) => Locked(() => _state.Clone(FindIssue(key)).Key);

    /// <summary>Comments on an issue, as a person would.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="text">The comment.</param>
    /// <returns>The comment's id.</returns>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public string CommentOn(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Locked(() => _state.AddComment(FindIssue(key), text, null, JiraWire.PersonId).Id);
    }

    /// <summary>Deletes an issue, as a person would: it is answered 404. It stays in <see cref="Tickets"/>.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void DeleteIssue(string key) => Edit(key, static issue => issue.IsDeleted = true);

    /// <summary>Moves an issue to another project: it gets another key, and the old one leads to it as well. Its id stays.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="newKey">The new key.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void MoveIssue(string key, string newKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(newKey);
        Edit(key, issue => issue.Rename(newKey));
    }

    /// <summary>Takes the project out of the token's sight, with all its issues, or brings it back.</summary>
    /// <param name="isHidden">Whether it is out of sight.</param>
    public void HideProject(bool isHidden = true) => Locked(() => _state.IsHidden = isHidden);

    /// <summary>What Jira would tell a webhook about an issue.</summary>
    /// <param name="key">The issue's key or id.</param>
    /// <param name="webhookEvent">The event, such as <c>jira:issue_updated</c> or <c>comment_created</c>; a comment's event is about the newest one.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="actorId">Who did it; <see langword="null"/> for a person.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public FakeJiraDelivery Deliver(string key, string webhookEvent, string secret, string? actorId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(webhookEvent);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return Locked(() => JiraWebhookWriter.Write(_state, FindIssue(key), webhookEvent, secret, actorId ?? JiraWire.PersonId));
    }

    /// <inheritdoc/>
    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request) => Locked(() => _wire.KindOf(request));

    /// <inheritdoc/>
    protected override FakeHttpReply Handle(FakeHttpRequest request) => _wire.Handle(request, AnswersStrangers);

    /// <inheritdoc/>
    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) => JiraReplies.RateLimited(retryAfter, TimeProvider);

    /// <inheritdoc/>
    protected override FakeHttpReply Refused(int status, string code) => JiraReplies.Refused(status, code);

    private JiraIssueState FindIssue(string key) =>
        _state.Find(key ?? throw new ArgumentNullException(nameof(key))) ?? throw new ArgumentException($"The project has no issue '{key}'.", nameof(key));

    private void Edit(string key, Action<JiraIssueState> edit) => Locked(() =>
    {
        var issue = FindIssue(key);
        edit(issue);
        issue.UpdatedAt = TimeProvider.GetUtcNow();
        return issue;
    });
}
