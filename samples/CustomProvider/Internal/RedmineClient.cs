using CustomProvider.Protocol;
using TicketExport.Http;
using TicketExport.Identity;

namespace CustomProvider.Internal;

// One method per remote call, no decisions. Redmine's wiki: Rest_Issues, Rest_IssueStatuses, Rest_Users, Rest_Projects.
internal sealed class RedmineClient(IHttpClientFactory clients)
{
    // A long description and its notes come back with every read.
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MostFound = 25;

    private readonly TicketHttpApi _api = new(clients, RedmineDefaults.HttpClientName, MaxBodyBytes);

    public Task<TicketHttpResult> CreateAsync(RedmineTargetSettings to, RedmineIssueDraft issue, CancellationToken cancellationToken) =>
        _api.SendAsync(
            to.Access,
            (HttpMethod.Post, TicketHttpPath.Of($"issues.json")),
            new RedmineIssueDraftEnvelope(issue),
            RedmineJsonContext.Default.RedmineIssueDraftEnvelope,
            cancellationToken);

    public Task<TicketHttpResult> ChangeAsync(RedmineTargetSettings to, string id, RedmineIssueDraft issue, CancellationToken cancellationToken) =>
        _api.SendAsync(
            to.Access,
            (HttpMethod.Put, PathOf(id)),
            new RedmineIssueDraftEnvelope(issue),
            RedmineJsonContext.Default.RedmineIssueDraftEnvelope,
            cancellationToken);

    public Task<TicketHttpResult> ReadAsync(RedmineTargetSettings to, string id, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, PathOf(id), cancellationToken);

    public Task<TicketHttpResult> ReadWithNotesAsync(RedmineTargetSettings to, string id, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, PathOf(id).With("include", "journals"), cancellationToken);

    // The list is read from the database, so it is never behind; "~" means "contains".
    public Task<TicketHttpResult> FindAsync(RedmineTargetSettings to, TicketMarker marker, CancellationToken cancellationToken) =>
        _api.GetAsync(
            to.Access,
            TicketHttpPath.Of($"issues.json")
                .With("status_id", "*")
                .With("description", $"~{marker}")
                .With("sort", "id")
                .With("limit", MostFound),
            cancellationToken);

    public Task<TicketHttpResult> ReadStatusesAsync(RedmineTargetSettings to, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, TicketHttpPath.Of($"issue_statuses.json"), cancellationToken);

    public Task<TicketHttpResult> IdentifyAsync(RedmineTargetSettings to, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, TicketHttpPath.Of($"users/current.json"), cancellationToken);

    public Task<TicketHttpResult> ReadProjectAsync(RedmineTargetSettings to, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, TicketHttpPath.Of($"projects/{to.Project}.json"), cancellationToken);

    private static TicketHttpPath PathOf(string id) => TicketHttpPath.Of($"issues/{id}.json");
}
