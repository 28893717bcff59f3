using TicketExport.Http;

namespace TicketExport.Providers.Jira;

/// <summary>Names and limits of the Jira provider.</summary>
public static class JiraDefaults
{
    /// <summary>The family's key.</summary>
    public const string Key = "jira";

    /// <summary>Another key, for Jira Cloud.</summary>
    public const string CloudKey = "jira_cloud";

    /// <summary>Another key, for Jira Data Center.</summary>
    public const string DataCenterKey = "jira_data_center";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.Jira";

    /// <summary>The setting that says which Jira it is: <c>cloud</c> or <c>data_center</c>.</summary>
    public const string DeploymentSetting = "deployment";

    /// <summary>The setting that holds the interface's address where it is not the site's, such as <c>https://api.atlassian.com/ex/jira/&lt;cloud id&gt;</c>.</summary>
    public const string ApiUrlSetting = "api_url";

    /// <summary>The setting that holds the project's key or id.</summary>
    public const string ProjectSetting = "project";

    /// <summary>The setting that holds the issue type's name or id.</summary>
    public const string IssueTypeSetting = "issue_type";

    /// <summary>The setting that holds the key of a short text field that carries the marker where the create screen has no labels.</summary>
    public const string MarkerFieldSetting = "marker_field";

    /// <summary>The setting that holds labels for every issue, parted by commas.</summary>
    public const string LabelsSetting = "labels";

    /// <summary>The setting that holds the assignee of every issue: an account id, or a user name at a Data Center.</summary>
    public const string AssigneeSetting = "assignee";

    /// <summary>The setting that holds components, by name or id, parted by commas.</summary>
    public const string ComponentsSetting = "components";

    /// <summary>The setting that says who sees our comments in Jira Service Management: <c>public</c> or <c>internal</c>.</summary>
    public const string CommentVisibilitySetting = "comment_visibility";

    /// <summary>The setting that holds the transition that closes an issue, by name or id.</summary>
    public const string CloseTransitionSetting = "close_transition";

    /// <summary>The setting that holds the transition that opens a closed issue again, by name or id.</summary>
    public const string ReopenTransitionSetting = "reopen_transition";

    /// <summary>The setting that holds the resolution of a closed issue, by name or id.</summary>
    public const string ResolutionSetting = "resolution";

    /// <summary>What settings start with that give a field a value, such as <c>field.customfield_10010</c>.</summary>
    public const string FieldPrefix = "field.";

    /// <summary>What settings start with that say which priority stands for ours, such as <c>priority.high</c>.</summary>
    public const string PriorityPrefix = TargetSettingsReader.PriorityPrefix;

    /// <summary>What settings start with that say who stands for a document's assignee, such as <c>assignee.mia</c>.</summary>
    public const string AssigneePrefix = "assignee.";

    /// <summary>What settings start with that say what a status means, such as <c>status.Parked</c>: <c>open</c>, <c>in_progress</c> or <c>done</c>.</summary>
    public const string StatusPrefix = TargetSettingsReader.StatusPrefix;

    /// <summary>The credential that holds the e-mail address of an API token's owner.</summary>
    public const string EmailCredential = "email";

    /// <summary>The credential that holds an API token; without an e-mail address a personal access token of a Data Center.</summary>
    public const string ApiTokenCredential = "api_token";

    /// <summary>The credential that holds an OAuth 2.0 access token, or a personal access token of a Data Center.</summary>
    public const string AccessTokenCredential = "access_token";

    /// <summary>The credential that holds a user's name at a Data Center.</summary>
    public const string UsernameCredential = "username";

    /// <summary>The credential that holds that user's password.</summary>
    public const string PasswordCredential = "password";

    /// <summary>The credential that holds the secret of Jira's webhook.</summary>
    public const string WebhookSecretCredential = "webhook_secret";

    /// <summary>The credential that holds the secret that was used before, while it is changed.</summary>
    public const string PreviousWebhookSecretCredential = "previous_webhook_secret";

    /// <summary>The credential that holds the client secret of the app that registered the webhook; Jira signs the token of its deliveries with it.</summary>
    public const string ClientSecretCredential = "client_secret";

    /// <summary>The key of the entity property that issues and comments of ours carry.</summary>
    public const string PropertyKey = "ticketexport";

    /// <summary>The longest summary, in UTF-16 code units.</summary>
    public const int MaxSummaryLength = 255;

    /// <summary>The longest description or comment that is sent, markup included. Jira takes 32,767 characters and does not say what it counts.</summary>
    public const int MaxTextLength = 30_000;

    /// <summary>The longest label.</summary>
    public const int MaxLabelLength = 255;

    /// <summary>How long after a try of unknown outcome the search is first trusted: five minutes. Atlassian names a delay of seconds to minutes.</summary>
    public static readonly TimeSpan SettleWindow = TimeSpan.FromMinutes(5);

    /// <summary>How long the fields of a create screen are remembered: five minutes.</summary>
    public static readonly TimeSpan FieldsLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long one call may take, with the questions that come before it: 30 seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
}
