using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : IStatusBatchProvider
{
    public int MaxTickets => JiraClient.MaxBulkIssues;

    // A Data Center has no such read, and its search answers from an index that lags.
    public bool CanReadMany(TicketTarget target) => JiraSettingsReader.DeploymentOf(target) == JiraDeployment.Cloud;

    public async Task<ReadManyOutcome> ReadManyAsync(ReadTicketsRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new ReadManyOutcome.Failed(fault!);
        }

        var asked = new JsonObject
        {
            ["issueIdsOrKeys"] = new JsonArray([.. request.Tickets.Select(static ticket => (JsonNode)ticket.ProviderTicketId)]),
            ["fields"] = new JsonArray("status", "updated"),
        };
        var result = await _client.BulkIssuesAsync(settings, asked, cancellationToken).ConfigureAwait(false);
        return Reads(settings).ToReadMany(result, answer => Found(answer, settings, request.Tickets));
    }

    // What was deleted, or is hidden from us, is not in the answer.
    private static ImmutableArray<TicketSnapshot?> Found(TicketHttpAnswer answer, JiraTargetSettings settings, ImmutableArray<TicketReference> tickets) =>
        answer.TryReadJson(JiraJsonContext.Default.JiraSearchResponse, out var found) && found.Issues is { } issues
            ? [.. tickets.Select(ticket => Array.Find(issues, issue => IsAsked(issue, ticket)) is { } issue ? JiraReading.Snapshot(issue, settings) : null)]
            : default;

    // A ticket that was linked by hand may be named by its key.
    private static bool IsAsked(JiraIssue issue, TicketReference ticket) => ticket.ProviderTicketId == issue.Id || ticket.ProviderTicketId == issue.Key;
}
