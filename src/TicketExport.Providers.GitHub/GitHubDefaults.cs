using TicketExport.Http;
using TicketExport.Rendering;

namespace TicketExport.Providers.GitHub;

/// <summary>Names and limits of the GitHub provider.</summary>
public static class GitHubDefaults
{
    /// <summary>The family's key.</summary>
    public const string Key = "github";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.GitHub";

    /// <summary>The address that a target has when it names none.</summary>
    public const string BaseUrl = "https://api.github.com/";

    /// <summary>The label that every ticket carries, so that one list finds them all.</summary>
    public const string MarkerLabel = "ticketexport";

    /// <summary>The setting that says where tickets go: <c>owner/name</c>. Required.</summary>
    public const string RepositorySetting = "repository";

    /// <summary>The setting with labels for every ticket, parted by commas.</summary>
    public const string LabelsSetting = "labels";

    /// <summary>The setting with the login of whoever every ticket is assigned to.</summary>
    public const string AssigneeSetting = "assignee";

    /// <summary>The setting with the number of the milestone of every ticket.</summary>
    public const string MilestoneSetting = "milestone";

    /// <summary>The setting with the name of the organisation's issue type of every ticket.</summary>
    public const string IssueTypeSetting = "issue_type";

    /// <summary>The setting that says why a ticket is closed: <c>completed</c> or <c>not_planned</c>.</summary>
    public const string CloseReasonSetting = "close_reason";

    /// <summary>What the settings start with that turn a priority into a label, such as <c>priority.high</c>.</summary>
    public const string PriorityPrefix = TargetSettingsReader.PriorityPrefix;

    /// <summary>What the settings start with that turn a label of an open ticket into a status, such as <c>status.in progress</c>.</summary>
    public const string StatusPrefix = TargetSettingsReader.StatusPrefix;

    /// <summary>The setting with the id of a GitHub App, or its client id.</summary>
    public const string AppIdSetting = "app_id";

    /// <summary>The setting with the number of the GitHub App's installation.</summary>
    public const string InstallationIdSetting = "installation_id";

    /// <summary>The credential that holds a personal access token, classic or fine-grained, or an OAuth token.</summary>
    public const string TokenCredential = "token";

    /// <summary>The credential that holds a GitHub App's private key as PEM.</summary>
    public const string PrivateKeyCredential = "private_key";

    /// <summary>The credential that verifies webhooks.</summary>
    public const string WebhookSecretCredential = "webhook_secret";

    /// <summary>The credential that verified webhooks before it was changed; accepted beside the other as long as it is set.</summary>
    public const string PreviousWebhookSecretCredential = "previous_webhook_secret";

    /// <summary>The most labels of one ticket.</summary>
    public const int LabelCount = 100;

    /// <summary>The longest title.</summary>
    public static readonly TextLimit TitleLimit = new(256, TextUnit.Utf16);

    /// <summary>
    /// The longest body or comment that is sent. GitHub takes 65,536 characters; the difference leaves room for its way of counting them.
    /// </summary>
    public static readonly TextLimit BodyLimit = new(60_000, TextUnit.Utf16);

    /// <summary>The longest label.</summary>
    public static readonly TextLimit LabelLimit = new(50, TextUnit.Utf16);

    /// <summary>How long one call may take, with the requests before it: 30 seconds. GitHub itself gives up after 10.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after a try of unknown outcome the list of issues is first trusted: 10 minutes, for the 10 seconds that GitHub works on a
    /// request and the longest lag of its lists that was reported, 8 minutes.
    /// </summary>
    public static readonly TimeSpan SettleWindow = TimeSpan.FromMinutes(10);
}
