using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

internal sealed record GitHubWebhookDelivery
{
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    [JsonPropertyName("issue")]
    public GitHubIssue? Issue { get; init; }

    [JsonPropertyName("comment")]
    public GitHubComment? Comment { get; init; }

    [JsonPropertyName("repository")]
    public GitHubRepository? Repository { get; init; }

    [JsonPropertyName("sender")]
    public GitHubUser? Sender { get; init; }
}
