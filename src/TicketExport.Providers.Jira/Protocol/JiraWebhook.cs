using System.Text.Json.Serialization;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraWebhook
{
    public long? Timestamp { get; init; }

    public string? WebhookEvent { get; init; }

    [JsonPropertyName("issue_event_type_name")]
    public string? IssueEventTypeName { get; init; }

    public JiraUser? User { get; init; }

    public JiraIssue? Issue { get; init; }

    public JiraComment? Comment { get; init; }
}
