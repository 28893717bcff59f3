using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow;

/// <summary>A ServiceNow target set in code; what stays unset is left to configuration.</summary>
/// <remarks>One way to sign in is needed: a token, an API key, or a user with a password.</remarks>
public sealed class ServiceNowTargetOptions
{
    /// <summary>The instance's address, such as <c>https://acme.service-now.com/</c>.</summary>
    /// <value>Required.</value>
    public string? BaseUrl { get; set; }

    /// <summary>An OAuth access token; preferred where several credentials are set.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? AccessToken { get; set; }

    /// <summary>An API key of the instance.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>The name of the user who signs in with <see cref="Password"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? UserName { get; set; }

    /// <summary>That user's password.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Password { get; set; }

    /// <summary>The secret that the instance's script signs deliveries with.</summary>
    /// <value>Default: <see langword="null"/>, no delivery is believed.</value>
    public string? WebhookSecret { get; set; }

    /// <summary>The table of new tickets.</summary>
    /// <value>Default: <see cref="ServiceNowDefaults.Table"/>, unless configured.</value>
    public string? Table { get; set; }

    /// <summary>The sys_id of the group that gets new tickets.</summary>
    /// <value>Default: <see langword="null"/>, as the instance's rules say.</value>
    public string? AssignmentGroup { get; set; }

    /// <summary>The sys_id of the user on whose behalf tickets are made.</summary>
    /// <value>Default: <see langword="null"/>, nobody.</value>
    public string? CallerId { get; set; }

    /// <summary>The value of the field <c>category</c>.</summary>
    /// <value>Default: <see langword="null"/>, the instance's own.</value>
    public string? Category { get; set; }

    /// <summary>Values of further fields of new tickets, by the field's name.</summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the address may lie.</summary>
    /// <value>Default: <see cref="Http.NetworkPolicy.Public"/>.</value>
    public NetworkPolicy? NetworkPolicy { get; set; }

    /// <summary>Whether you vouch that the instance is the account's own; see <see cref="TicketTargetOptions.OwnershipConfirmed"/>.</summary>
    /// <value>Default: <see langword="false"/>: nothing is sent before it is confirmed.</value>
    public bool OwnershipConfirmed { get; set; }

    internal void ApplyTo(TicketTargetOptions target)
    {
        target.Provider ??= ServiceNowDefaults.Key;
        target.BaseUrl = BaseUrl ?? target.BaseUrl;
        target.OwnershipConfirmed |= OwnershipConfirmed;
        target.SetCredential(ServiceNowDefaults.AccessTokenCredential, AccessToken);
        target.SetCredential(ServiceNowDefaults.ApiKeyCredential, ApiKey);
        target.SetCredential(ServiceNowDefaults.UserNameCredential, UserName);
        target.SetCredential(ServiceNowDefaults.PasswordCredential, Password);
        target.SetCredential(ServiceNowDefaults.WebhookSecretCredential, WebhookSecret);
        target.SetSetting(ServiceNowDefaults.TableSetting, Table);
        target.SetSetting(ServiceNowDefaults.AssignmentGroupSetting, AssignmentGroup);
        target.SetSetting(ServiceNowDefaults.CallerSetting, CallerId);
        target.SetSetting(ServiceNowDefaults.CategorySetting, Category);
        foreach (var (name, value) in Fields)
        {
            target.SetSetting(ServiceNowDefaults.FieldSettingPrefix + name, value);
        }

        target.SetSetting(TargetSettingsReader.NetworkPolicySetting, NetworkPolicy?.ToString());
    }
}
