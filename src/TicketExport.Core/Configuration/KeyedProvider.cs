using System.Collections.Immutable;

namespace TicketExport.Configuration;

/// <summary>How one value of <c>TICKET_PROVIDER</c> is read: which keys it needs, and where their values go.</summary>
/// <param name="Value">The value, which is the provider's key as well.</param>
internal sealed record KeyedProvider(string Value)
{
    private static readonly ImmutableArray<KeyedProvider> All =
    [
        new(Mock.MockDefaults.Key) { Credentials = [(TicketExportKeys.WebhookSecret, "webhook_secret")] },
        new("webhook")
        {
            BaseUrl = TicketExportKeys.WebhookUrl,
            Secret = (TicketExportKeys.WebhookSecret, "signing_secret"),

            // The profile of the same source as the keys; a target of one's own has the other one by default.
            Fixed = [("profile", "ticket_sync")],
        },
        new("jira")
        {
            BaseUrl = TicketExportKeys.JiraBaseUrl,
            Secret = (TicketExportKeys.JiraApiToken, "api_token"),
            Credentials = [(TicketExportKeys.JiraEmail, "email"), (TicketExportKeys.WebhookSecret, "webhook_secret")],
            Settings = [(TicketExportKeys.JiraProject, "project"), (TicketExportKeys.JiraIssueType, "issue_type")],

            // A token without its owner's address is no credential of Jira Cloud: it is a personal access token of a Data Center.
            WithoutKey = [(TicketExportKeys.JiraEmail, "deployment", "data_center")],
        },
        new("servicenow")
        {
            BaseUrl = TicketExportKeys.ServiceNowBaseUrl,
            Secret = (TicketExportKeys.ServiceNowApiToken, "api_token"),
            Credentials = [(TicketExportKeys.WebhookSecret, "webhook_secret")],
        },
    ];

    /// <summary>The key of the address; <see langword="null"/> where none is needed.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The key of the secret, and the credential it becomes.</summary>
    public (string Key, string Name)? Secret { get; init; }

    public ImmutableArray<(string Key, string Name)> Credentials { get; init; } = [];

    public ImmutableArray<(string Key, string Name)> Settings { get; init; } = [];

    public ImmutableArray<(string Name, string Value)> Fixed { get; init; } = [];

    /// <summary>Settings that follow from a key's absence.</summary>
    public ImmutableArray<(string Key, string Name, string Value)> WithoutKey { get; init; } = [];

    public static string Values => string.Join(", ", All.Select(static provider => provider.Value));

    public static KeyedProvider? Find(string value) => All.FirstOrDefault(provider => string.Equals(provider.Value, value, StringComparison.OrdinalIgnoreCase));
}
