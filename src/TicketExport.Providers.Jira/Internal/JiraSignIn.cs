using TicketExport.Http;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>How requests are signed in. Holds secrets.</summary>
/// <param name="Setting">The secret to renew when Jira refuses it.</param>
/// <param name="User">The user of Basic; <see langword="null"/> for Bearer.</param>
/// <param name="Secret">The token or password.</param>
internal sealed record JiraSignIn(string Setting, string? User, string Secret)
{
    public static JiraSignIn Read(TargetSettingsReader reader, JiraDeployment deployment)
    {
        var isCloud = deployment == JiraDeployment.Cloud;
        if (reader.ReadSecret(JiraDefaults.AccessTokenCredential) is { } bearer)
        {
            if (isCloud && reader.ReadText(JiraDefaults.ApiUrlSetting) is null)
            {
                reader.Add(new(
                    $"Settings:{JiraDefaults.ApiUrlSetting}",
                    FailureReason.Configuration,
                    $"{JiraDefaults.ApiUrlSetting} is not set, and an OAuth token is taken by Atlassian's gateway alone. Set it to https://api.atlassian.com/ex/jira/ and the cloud id."));
            }

            return new(SettingOf(JiraDefaults.AccessTokenCredential), null, bearer);
        }

        return reader.ReadSecret(JiraDefaults.ApiTokenCredential) is { } token
            ? OfToken(reader, isCloud, token)
            : isCloud ? MissingToken(reader) : OfPassword(reader);
    }

    public TicketHttpAccess ApplyTo(TicketHttpAccess access) => User is null ? access.WithBearer(Secret) : access.WithBasic(User, Secret);

    /// <inheritdoc/>
    public override string ToString() => Setting;

    private static JiraSignIn OfToken(TargetSettingsReader reader, bool isCloud, string token)
    {
        var email = reader.ReadSecret(JiraDefaults.EmailCredential);
        if (email is null && isCloud)
        {
            reader.AddSecret(
                JiraDefaults.EmailCredential,
                $"{SettingOf(JiraDefaults.EmailCredential)} is not set, and an API token of Jira Cloud works with its owner's e-mail address only. Set it, or set Settings:{JiraDefaults.DeploymentSetting} to data_center for a personal access token.");
        }

        CheckUser(reader, JiraDefaults.EmailCredential, email);
        return new(SettingOf(JiraDefaults.ApiTokenCredential), email, token);
    }

    private static JiraSignIn OfPassword(TargetSettingsReader reader)
    {
        var user = reader.ReadSecret(JiraDefaults.UsernameCredential);
        var password = reader.ReadSecret(JiraDefaults.PasswordCredential);
        if (user is null && password is null)
        {
            return Missing(reader);
        }

        if (user is null || password is null)
        {
            var missing = user is null ? JiraDefaults.UsernameCredential : JiraDefaults.PasswordCredential;
            reader.AddSecret(missing, $"{SettingOf(missing)} is not set. Set user name and password, or {SettingOf(JiraDefaults.AccessTokenCredential)} alone.");
        }

        CheckUser(reader, JiraDefaults.UsernameCredential, user);
        return new(SettingOf(JiraDefaults.PasswordCredential), user, password ?? "");
    }

    private static JiraSignIn MissingToken(TargetSettingsReader reader)
    {
        if (reader.ReadSecret(JiraDefaults.EmailCredential) is null)
        {
            reader.AddSecret(JiraDefaults.EmailCredential, $"{SettingOf(JiraDefaults.EmailCredential)} is not set. Set it to the e-mail address of the API token's owner.");
        }

        return Missing(reader);
    }

    private static JiraSignIn Missing(TargetSettingsReader reader)
    {
        reader.AddSecret(
            JiraDefaults.ApiTokenCredential,
            $"{SettingOf(JiraDefaults.ApiTokenCredential)} is not set. Set it with {SettingOf(JiraDefaults.EmailCredential)} for Jira Cloud, or alone to a personal access token of a Data Center.");
        return new(SettingOf(JiraDefaults.ApiTokenCredential), null, "");
    }

    private static void CheckUser(TargetSettingsReader reader, string name, string? user)
    {
        if (user?.Contains(':', StringComparison.Ordinal) == true)
        {
            reader.AddSecret(name, $"{SettingOf(name)} holds a colon, which would become a part of the password. Set it to the name alone.");
        }
    }

    private static string SettingOf(string name) => $"Credentials:{name}";
}
