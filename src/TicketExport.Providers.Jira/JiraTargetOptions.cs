using TicketExport.Http;
using TicketExport.Providers.Jira.Internal;

namespace TicketExport.Providers.Jira;

/// <summary>A Jira target set in code; what stays unset is left to configuration.</summary>
public sealed class JiraTargetOptions
{
    /// <summary>The address that people open, such as <c>https://acme.atlassian.net</c>, with the context path of a Data Center.</summary>
    /// <value>Required. <c>https</c> to a public host, unless <see cref="NetworkPolicy"/> allows more.</value>
    public string? SiteUrl { get; set; }

    /// <summary>The interface's address, where it is another one: <c>https://api.atlassian.com/ex/jira/&lt;cloud id&gt;</c> for scoped tokens and OAuth.</summary>
    /// <value>Default: <see cref="SiteUrl"/>.</value>
    public string? ApiUrl { get; set; }

    /// <summary>Which Jira it is.</summary>
    /// <value>Default: <see cref="JiraDeployment.Cloud"/>.</value>
    public JiraDeployment Deployment { get; set; }

    /// <summary>The project's key or id.</summary>
    /// <value>Required.</value>
    public string? Project { get; set; }

    /// <summary>The issue type's name or id.</summary>
    /// <value>Required.</value>
    public string? IssueType { get; set; }

    /// <summary>The e-mail address of the API token's owner.</summary>
    /// <value>Required with <see cref="ApiToken"/> at Jira Cloud.</value>
    public string? Email { get; set; }

    /// <summary>An API token; without <see cref="Email"/> a personal access token of a Data Center.</summary>
    public string? ApiToken { get; set; }

    /// <summary>An OAuth 2.0 access token, or a personal access token of a Data Center. Wins over the other kinds.</summary>
    public string? AccessToken { get; set; }

    /// <summary>A user's name at a Data Center, with <see cref="Password"/>.</summary>
    public string? Username { get; set; }

    /// <summary>That user's password.</summary>
    public string? Password { get; set; }

    /// <summary>The secret of Jira's webhook.</summary>
    /// <value>Default: none; the target then takes no deliveries.</value>
    public string? WebhookSecret { get; set; }

    /// <summary>The client secret of the app that registered the webhook, in the place of <see cref="WebhookSecret"/>.</summary>
    /// <value>Default: none; deliveries with a token are refused.</value>
    public string? ClientSecret { get; set; }

    /// <summary>Where the addresses may lie.</summary>
    /// <value>Default: <see cref="Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the project is the account's own; see <see cref="TicketTargetOptions.OwnershipConfirmed"/>.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    /// <summary>Further settings by the names of <see cref="JiraDefaults"/>, such as <c>priority.high</c> or <c>field.customfield_10010</c>.</summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider ??= JiraDefaults.Key;
        target.BaseUrl = SiteUrl ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        foreach (var (name, value) in Settings)
        {
            target.SetSetting(name, value);
        }

        target.SetSetting(JiraDefaults.ApiUrlSetting, ApiUrl);
        target.SetSetting(JiraDefaults.ProjectSetting, Project);
        target.SetSetting(JiraDefaults.IssueTypeSetting, IssueType);
        target.SetSetting(JiraDefaults.DeploymentSetting, Deployment == JiraDeployment.Unknown ? null : JiraSettingsReader.NameOf(Deployment));
        target.SetSetting(TargetSettingsReader.NetworkPolicySetting, NetworkPolicy?.ToString());
        target.SetCredential(JiraDefaults.EmailCredential, Email);
        target.SetCredential(JiraDefaults.ApiTokenCredential, ApiToken);
        target.SetCredential(JiraDefaults.AccessTokenCredential, AccessToken);
        target.SetCredential(JiraDefaults.UsernameCredential, Username);
        target.SetCredential(JiraDefaults.PasswordCredential, Password);
        target.SetCredential(JiraDefaults.WebhookSecretCredential, WebhookSecret);
        target.SetCredential(JiraDefaults.ClientSecretCredential, ClientSecret);
    }
}
