using TicketExport.Http;

namespace TicketExport.Providers.Linear;

/// <summary>Names and limits of the Linear provider.</summary>
public static class LinearDefaults
{
    /// <summary>The family's key.</summary>
    public const string Key = "linear";

    /// <summary>Another key that targets may use.</summary>
    public const string IssuesKey = "linear_issues";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.Linear";

    /// <summary>The credential that holds a personal API key; sent as it is, without <c>Bearer</c>.</summary>
    public const string ApiKeyCredential = "api_key";

    /// <summary>The credential that holds an OAuth access token; preferred where both are set.</summary>
    public const string TokenCredential = "token";

    /// <summary>The credential that holds the signing secret of the webhook.</summary>
    public const string WebhookSecretCredential = "webhook_secret";

    /// <summary>The credential that holds the former signing secret while it is being replaced.</summary>
    public const string PreviousWebhookSecretCredential = "previous_webhook_secret";

    /// <summary>The setting that names the team: its key, such as <c>ENG</c>, or its id.</summary>
    public const string TeamSetting = "team";

    /// <summary>The setting that holds the id of a Linear project that new issues belong to.</summary>
    public const string ProjectSetting = "project";

    /// <summary>The setting that names labels for each new issue, parted by commas.</summary>
    public const string LabelsSetting = "labels";

    /// <summary>The setting that allows labels to be made where the team has none of that name: <c>true</c> or <c>false</c>.</summary>
    public const string CreateLabelsSetting = "create_labels";

    /// <summary>The setting that names who gets new issues, where the document names nobody: an e-mail address or a user's id.</summary>
    public const string AssigneeSetting = "assignee";

    /// <summary>The setting that says how an issue is closed: <c>completed</c>, <c>canceled</c>, or the name or id of such a status.</summary>
    public const string CloseStateSetting = "close_state";

    /// <summary>The setting that says how an issue is opened again: <c>unstarted</c>, <c>backlog</c>, <c>triage</c>, <c>started</c>, or the name or id of such a status.</summary>
    public const string ReopenStateSetting = "reopen_state";

    /// <summary>What the settings of priorities start with, such as <c>priority.high</c>.</summary>
    public const string PrioritySettingPrefix = TargetSettingsReader.PriorityPrefix;

    /// <summary>The start of the settings that say what a status means, by its name or type, such as <c>status.In Review</c>.</summary>
    public const string StatusSettingPrefix = TargetSettingsReader.StatusPrefix;

    /// <summary>The setting that says how old a webhook's signed timestamp may be, in seconds.</summary>
    public const string WebhookToleranceSetting = "webhook_tolerance_seconds";

    /// <summary>The longest title, in UTF-16 code units. Linear publishes no limit; this one is kept to be safe.</summary>
    public const int MaxTitleLength = 255;

    /// <summary>The longest description or comment, in UTF-16 code units. Linear publishes no limit; this one is kept to be safe.</summary>
    public const int MaxBodyLength = 100_000;

    /// <summary>The longest name of a label that a document gives, in UTF-16 code units. Linear publishes no limit; this one is kept to be safe.</summary>
    public const int MaxLabelLength = 80;

    /// <summary>The most labels of one issue. Linear publishes no limit; this one keeps the look-up of their ids cheap.</summary>
    public const int MaxLabels = 50;

    /// <summary>Where the API is, unless a target's <c>BaseUrl</c> says otherwise.</summary>
    public static readonly Uri ApiAddress = new("https://api.linear.app/");

    /// <summary>How long one call may take: 30 seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
}
