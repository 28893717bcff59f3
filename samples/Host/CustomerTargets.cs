using System.Collections.Immutable;

namespace TicketExport.Samples.Host;

/// <summary>The customers' trackers, as a product keeps them in its own tables.</summary>
internal sealed class CustomerTargets(DemoTrackers trackers) : ITicketTargetSource, ITicketTargetList
{
    public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        Task.FromResult(TargetOf(accountId) is { } target && target.Id == targetId ? target : null);

    public Task<ImmutableArray<TicketTarget>> ListAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<TicketTarget>>(TargetOf(accountId) is { } target ? [target] : []);

    private TicketTarget? TargetOf(string accountId) => accountId switch
    {
        "acme" => Target("jira", trackers.Jira.SiteUrl, ("project", "PROJ"), ("issue_type", "Task")),
        "globex" => Target("webhook", trackers.Hooks, ("profile", "ticket_sync"), ("inbound_status.submitted", "submitted")),
        _ => null,
    };

    // The demo's trackers are on loopback, which no target may be unless it says so.
    private static TicketTarget Target(string provider, Uri address, params (string Name, string Value)[] settings) => new()
    {
        Id = TicketExportKeys.DefaultTargetId,
        ProviderKey = provider,
        BaseUrl = address,
        OwnershipConfirmed = true,
        Settings = settings.Append(("network_policy", "loopback")).ToImmutableDictionary(static setting => setting.Item1, static setting => setting.Item2, StringComparer.OrdinalIgnoreCase),
    };
}
