using System.Text.Json.Nodes;
using TicketExport.Http;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>The remote calls, one method for each. Decides nothing.</summary>
internal sealed class JiraClient(IHttpClientFactory clients)
{
    /// <summary>The most that Jira gives in one page of fields or issue types.</summary>
    public const int PageSize = 200;

    /// <summary>The most issues that Jira gives by their ids at once.</summary>
    public const int MaxBulkIssues = 100;

    private const int MaxBodyBytes = 1024 * 1024;

    // A field can offer thousands of values.
    private const int MaxFieldBytes = 8 * 1024 * 1024;

    private const string MarkerProperty = JiraDefaults.PropertyKey;

    private readonly TicketHttpApi _api = new(clients, JiraDefaults.HttpClientName, MaxBodyBytes);
    private readonly TicketHttpApi _fields = new(clients, JiraDefaults.HttpClientName, MaxFieldBytes);

    public Task<TicketHttpResult> MyselfAsync(JiraTargetSettings at, CancellationToken cancellationToken) =>
        _api.GetAsync(at.Access, TicketHttpPath.Of($"rest/api/{at.Version}/myself"), cancellationToken);

    public Task<TicketHttpResult> ProjectAsync(JiraTargetSettings at, CancellationToken cancellationToken) =>
        _api.GetAsync(at.Access, TicketHttpPath.Of($"rest/api/{at.Version}/project/{at.Project}"), cancellationToken);

    public Task<TicketHttpResult> PermissionsAsync(JiraTargetSettings at, string permissions, CancellationToken cancellationToken) => _api.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/mypermissions").With(at.ProjectIsId ? "projectId" : "projectKey", at.Project).With("permissions", permissions),
        cancellationToken);

    public Task<TicketHttpResult> IssueTypesAsync(JiraTargetSettings at, int startAt, CancellationToken cancellationToken) => _fields.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/createmeta/{at.Project}/issuetypes").With("startAt", startAt).With("maxResults", PageSize),
        cancellationToken);

    public Task<TicketHttpResult> CreateFieldsAsync(JiraTargetSettings at, string issueTypeId, int startAt, CancellationToken cancellationToken) => _fields.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/createmeta/{at.Project}/issuetypes/{issueTypeId}").With("startAt", startAt).With("maxResults", PageSize),
        cancellationToken);

    public Task<TicketHttpResult> CreateAsync(JiraTargetSettings at, JsonObject issue, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Post, TicketHttpPath.Of($"rest/api/{at.Version}/issue"), issue, cancellationToken);

    public Task<TicketHttpResult> SearchAsync(JiraTargetSettings at, JsonObject search, CancellationToken cancellationToken) => SendAsync(
        at,
        HttpMethod.Post,
        at.IsCloud ? TicketHttpPath.Of($"rest/api/{at.Version}/search/jql") : TicketHttpPath.Of($"rest/api/{at.Version}/search"),
        search,
        cancellationToken);

    public Task<TicketHttpResult> IssueAsync(JiraTargetSettings at, string id, CancellationToken cancellationToken) => _api.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}").With("fields", "status,labels,updated").With("properties", MarkerProperty),
        cancellationToken);

    public Task<TicketHttpResult> BulkIssuesAsync(JiraTargetSettings at, JsonObject ids, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Post, TicketHttpPath.Of($"rest/api/{at.Version}/issue/bulkfetch"), ids, cancellationToken);

    public Task<TicketHttpResult> EditableIssueAsync(JiraTargetSettings at, string id, CancellationToken cancellationToken) => _fields.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}").With("fields", "status,labels").With("expand", "editmeta"),
        cancellationToken);

    public Task<TicketHttpResult> EditAsync(JiraTargetSettings at, string id, JsonObject edit, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Put, TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}"), edit, cancellationToken);

    public Task<TicketHttpResult> TransitionsAsync(JiraTargetSettings at, string id, CancellationToken cancellationToken) => _fields.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}/transitions").With("expand", "transitions.fields"),
        cancellationToken);

    public Task<TicketHttpResult> TransitionAsync(JiraTargetSettings at, string id, JsonObject transition, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Post, TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}/transitions"), transition, cancellationToken);

    /// <summary>A page of comments, the newest first. A Data Center gives their properties with them, the Cloud only through <see cref="CommentPropertiesAsync"/>.</summary>
    public Task<TicketHttpResult> CommentsAsync(JiraTargetSettings at, string id, int startAt, CancellationToken cancellationToken) => _api.GetAsync(
        at.Access,
        TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}/comment").With("orderBy", "-created").With("startAt", startAt).With("maxResults", 100).With("expand", at.IsCloud ? null : "properties"),
        cancellationToken);

    public Task<TicketHttpResult> CommentPropertiesAsync(JiraTargetSettings at, JsonObject ids, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Post, TicketHttpPath.Of($"rest/api/{at.Version}/comment/list").With("expand", "properties"), ids, cancellationToken);

    public Task<TicketHttpResult> CommentAsync(JiraTargetSettings at, string id, JsonObject comment, CancellationToken cancellationToken) =>
        SendAsync(at, HttpMethod.Post, TicketHttpPath.Of($"rest/api/{at.Version}/issue/{id}/comment"), comment, cancellationToken);

    private Task<TicketHttpResult> SendAsync(JiraTargetSettings at, HttpMethod method, TicketHttpPath path, JsonObject body, CancellationToken cancellationToken) =>
        _api.SendAsync(at.Access, (method, path), body, JiraJsonContext.Default.JsonObject, cancellationToken);
}
