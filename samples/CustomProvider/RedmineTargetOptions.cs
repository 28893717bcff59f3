using TicketExport;
using TicketExport.Http;

namespace CustomProvider;

/// <summary>A Redmine target set in code; what stays unset is left to configuration.</summary>
public sealed class RedmineTargetOptions
{
    /// <summary>Redmine's own address, such as <c>https://redmine.example.com/</c>.</summary>
    /// <value>Required.</value>
    public string? Url { get; set; }

    /// <summary>The API access key.</summary>
    /// <value>Required, here or as credential <c>api_key</c>.</value>
    public string? ApiKey { get; set; }

    /// <summary>The project's identifier or number.</summary>
    /// <value>Required.</value>
    public string? Project { get; set; }

    /// <summary>Where the address may lie.</summary>
    /// <value>Default: <see cref="TicketExport.Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the project is the account's own.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider = RedmineDefaults.Key;
        target.BaseUrl = Url ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        target.SetCredential(RedmineDefaults.ApiKeyCredential, ApiKey);
        target.SetSetting(RedmineDefaults.ProjectSetting, Project);
        target.SetSetting(TargetSettingsReader.NetworkPolicySetting, NetworkPolicy?.ToString());
    }
}
