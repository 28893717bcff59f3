using System.Globalization;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.States;

namespace TicketExport.Providers.GitHub;

/// <summary>A GitHub repository as target, set in code; what stays unset is left to configuration.</summary>
public sealed class GitHubTargetOptions
{
    /// <summary>The repository that tickets go to, as <c>owner/name</c>.</summary>
    /// <value>Required.</value>
    public string? Repository { get; set; }

    /// <summary>The server, such as <c>https://github.example.test</c> for GitHub Enterprise Server or <c>https://acme.ghe.com</c>.</summary>
    /// <value>Default: github.com.</value>
    public string? BaseUrl { get; set; }

    /// <summary>A personal access token: fine-grained with "Issues: write", or classic with <c>repo</c>.</summary>
    /// <value>Required, unless <see cref="PrivateKey"/> is set.</value>
    public string? Token { get; set; }

    /// <summary>The id of a GitHub App, or its client id.</summary>
    /// <value>Required with <see cref="PrivateKey"/>.</value>
    public string? AppId { get; set; }

    /// <summary>The number of the app's installation.</summary>
    /// <value>Required with <see cref="PrivateKey"/>.</value>
    public long? InstallationId { get; set; }

    /// <summary>The app's private key as PEM; line breaks may be written as <c>\n</c>.</summary>
    /// <value>Required, unless <see cref="Token"/> is set.</value>
    public string? PrivateKey { get; set; }

    /// <summary>The secret that verifies webhooks.</summary>
    /// <value>Default: none; deliveries are refused.</value>
    public string? WebhookSecret { get; set; }

    /// <summary>Labels for every ticket, beside those of its document.</summary>
    /// <value>Default: empty.</value>
    public IList<string> Labels { get; } = [];

    /// <summary>The login of whoever every ticket is assigned to.</summary>
    /// <value>Default: <see langword="null"/>, nobody.</value>
    public string? Assignee { get; set; }

    /// <summary>The number of the milestone of every ticket.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public int? Milestone { get; set; }

    /// <summary>The name of the organisation's issue type of every ticket, such as <c>Bug</c>.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? IssueType { get; set; }

    /// <summary>The label that a priority becomes; GitHub itself has no priorities.</summary>
    /// <value>Default: empty, the priority stands in the body alone.</value>
    public IDictionary<TicketPriority, string> PriorityLabels { get; } = new Dictionary<TicketPriority, string>();

    /// <summary>What a label says about an open ticket, such as <c>in progress</c>: <see cref="ProviderStatus.InProgress"/>.</summary>
    /// <value>Default: empty, every open ticket is open.</value>
    public IDictionary<string, ProviderStatus> StatusLabels { get; } = new Dictionary<string, ProviderStatus>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What GitHub shows as the reason of a ticket that is closed by us.</summary>
    /// <value>Default: <see cref="GitHubCloseReason.Completed"/>.</value>
    public GitHubCloseReason CloseReason { get; set; }

    /// <summary>Where the server's address may lie.</summary>
    /// <value>Default: <see cref="Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the repository is the account's own; see <see cref="TicketTargetOptions.OwnershipConfirmed"/>.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider ??= GitHubDefaults.Key;
        target.BaseUrl = BaseUrl ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        target.SetSetting(GitHubDefaults.RepositorySetting, Repository);
        target.SetSetting(GitHubDefaults.AppIdSetting, AppId);
        target.SetSetting(GitHubDefaults.InstallationIdSetting, InstallationId?.ToString(CultureInfo.InvariantCulture));
        target.SetSetting(GitHubDefaults.LabelsSetting, Labels.Count == 0 ? null : string.Join(',', Labels));
        target.SetSetting(GitHubDefaults.AssigneeSetting, Assignee);
        target.SetSetting(GitHubDefaults.MilestoneSetting, Milestone?.ToString(CultureInfo.InvariantCulture));
        target.SetSetting(GitHubDefaults.IssueTypeSetting, IssueType);
        target.SetSetting(GitHubDefaults.CloseReasonSetting, Internal.GitHubTargetSettings.WordOf(CloseReason));
        foreach (var (priority, label) in PriorityLabels)
        {
            target.SetSetting(GitHubDefaults.PriorityPrefix + TargetSettingsReader.WordOf(priority), label);
        }

        foreach (var (label, status) in StatusLabels)
        {
            target.SetSetting(GitHubDefaults.StatusPrefix + label, TargetSettingsReader.WordOf(status));
        }

        target.SetSetting(TargetSettingsReader.NetworkPolicySetting, NetworkPolicy?.ToString());
        target.SetCredential(GitHubDefaults.TokenCredential, Token);
        target.SetCredential(GitHubDefaults.PrivateKeyCredential, PrivateKey);
        target.SetCredential(GitHubDefaults.WebhookSecretCredential, WebhookSecret);
    }
}
