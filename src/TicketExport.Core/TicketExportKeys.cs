namespace TicketExport;

/// <summary>The flat keys of the default target, as they stand in the environment. Compared without case.</summary>
public static class TicketExportKeys
{
    /// <summary>The id of the target that the keys declare.</summary>
    public const string DefaultTargetId = "default";

    /// <summary>The provider: <c>mock</c> (also when it is not set), <c>webhook</c>, <c>jira</c> or <c>servicenow</c>.</summary>
    public const string Provider = "TICKET_PROVIDER";

    /// <summary>The address of one's own receiver. Required for <c>webhook</c>.</summary>
    public const string WebhookUrl = "TICKET_WEBHOOK_URL";

    /// <summary>The secret shared with the receiver, outbound and inbound. Required for <c>webhook</c>; opens the inbound side of the others.</summary>
    public const string WebhookSecret = "TICKET_WEBHOOK_SECRET";

    /// <summary>Where the address may lie, in the words of docs/concepts/network.md. Public hosts when it is not set.</summary>
    public const string NetworkPolicy = "TICKET_NETWORK_POLICY";

    /// <summary>Jira's address. Required for <c>jira</c>.</summary>
    public const string JiraBaseUrl = "JIRA_BASE_URL";

    /// <summary>An API token; without <see cref="JiraEmail"/> a personal access token of a Data Center. Required for <c>jira</c>.</summary>
    public const string JiraApiToken = "JIRA_API_TOKEN";

    /// <summary>The e-mail address of the token's owner. Needed at Jira Cloud.</summary>
    public const string JiraEmail = "JIRA_EMAIL";

    /// <summary>The project's key. Without it an export is refused as a missing mapping.</summary>
    public const string JiraProject = "JIRA_PROJECT";

    /// <summary>The issue type's name. Without it an export is refused as a missing mapping.</summary>
    public const string JiraIssueType = "JIRA_ISSUE_TYPE";

    /// <summary>The instance's address. Required for <c>servicenow</c>.</summary>
    public const string ServiceNowBaseUrl = "SERVICENOW_BASE_URL";

    /// <summary>The instance's token. Required for <c>servicenow</c>.</summary>
    public const string ServiceNowApiToken = "SERVICENOW_API_TOKEN";
}
