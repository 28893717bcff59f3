using TicketExport.Http;

namespace TicketExport.Providers.Linear;

/// <summary>A Linear target set in code; what stays unset is left to configuration.</summary>
public sealed class LinearTargetOptions
{
    /// <summary>The team that gets the issues: its key, such as <c>ENG</c>, or its id.</summary>
    /// <value>Required.</value>
    public string? Team { get; set; }

    /// <summary>A personal API key, such as <c>lin_api_…</c>.</summary>
    /// <value>Required, unless <see cref="Token"/> is set.</value>
    public string? ApiKey { get; set; }

    /// <summary>An OAuth access token; preferred where both are set.</summary>
    /// <value>Required, unless <see cref="ApiKey"/> is set.</value>
    public string? Token { get; set; }

    /// <summary>The signing secret of the webhook that leads to this target.</summary>
    /// <value>Default: <see langword="null"/>, no delivery is believed.</value>
    public string? WebhookSecret { get; set; }

    /// <summary>The id of the Linear project that new issues belong to.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Project { get; set; }

    /// <summary>The names of labels that each new issue gets beside those of its document.</summary>
    /// <value>Default: empty.</value>
    public IList<string> Labels { get; } = [];

    /// <summary>Whether labels may be made where the team has none of that name.</summary>
    /// <value>Default: <see langword="null"/>, which is <see langword="false"/> unless configured.</value>
    public bool? CreateLabels { get; set; }

    /// <summary>Who gets new issues whose document names nobody: an e-mail address or a user's id.</summary>
    /// <value>Default: <see langword="null"/>, nobody.</value>
    public string? Assignee { get; set; }

    /// <summary>The API's address, for a proxy or a fake.</summary>
    /// <value>Default: <see cref="LinearDefaults.ApiAddress"/>.</value>
    public string? BaseUrl { get; set; }

    /// <summary>Where the address may lie.</summary>
    /// <value>Default: <see cref="Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the team is the account's own; see <see cref="TicketTargetOptions.OwnershipConfirmed"/>.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider ??= LinearDefaults.Key;
        target.BaseUrl = BaseUrl ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        target.SetCredential(LinearDefaults.ApiKeyCredential, ApiKey);
        target.SetCredential(LinearDefaults.TokenCredential, Token);
        target.SetCredential(LinearDefaults.WebhookSecretCredential, WebhookSecret);
        target.SetSetting(LinearDefaults.TeamSetting, Team);
        target.SetSetting(LinearDefaults.ProjectSetting, Project);
        target.SetSetting(LinearDefaults.AssigneeSetting, Assignee);
        target.SetSetting(LinearDefaults.LabelsSetting, Labels.Count == 0 ? null : string.Join(',', Labels));
        target.SetSetting(LinearDefaults.CreateLabelsSetting, CreateLabels is { } creates ? (creates ? "true" : "false") : null);
        target.SetSetting(TargetSettingsReader.NetworkPolicySetting, NetworkPolicy?.ToString());
    }
}
