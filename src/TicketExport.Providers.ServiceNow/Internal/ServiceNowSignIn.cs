using System.Collections.Frozen;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Chooses how a target signs in: the first credential that is there.</summary>
internal static class ServiceNowSignIn
{
    private const string ApiKeyHeader = "x-sn-apikey";

    private static readonly FrozenDictionary<string, bool> TokenKinds = new Dictionary<string, bool>
    {
        ["bearer"] = false,
        ["api_key"] = true,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>The access with the credential, and the credential's name.</returns>
    public static (TicketHttpAccess Access, string Name) Read(TargetSettingsReader reader, TicketHttpAccess access)
    {
        var isApiKey = reader.ReadChoice(ServiceNowDefaults.ApiTokenKindSetting, TokenKinds, fallback: false);
        if (reader.ReadSecret(ServiceNowDefaults.AccessTokenCredential) is { } token)
        {
            return (access.WithBearer(token), ServiceNowDefaults.AccessTokenCredential);
        }

        if (reader.ReadSecret(ServiceNowDefaults.ApiKeyCredential) is { } key)
        {
            return (access.WithHeader(ApiKeyHeader, key), ServiceNowDefaults.ApiKeyCredential);
        }

        if (reader.ReadSecret(ServiceNowDefaults.ApiTokenCredential) is { } either)
        {
            return (isApiKey ? access.WithHeader(ApiKeyHeader, either) : access.WithBearer(either), ServiceNowDefaults.ApiTokenCredential);
        }

        return reader.ReadSecret(ServiceNowDefaults.UserNameCredential) is { } user
            ? ReadUser(reader, access, user)
            : ReadNothing(reader, access);
    }

    private static (TicketHttpAccess Access, string Name) ReadUser(TargetSettingsReader reader, TicketHttpAccess access, string user)
    {
        var password = reader.ReadRequiredSecret(ServiceNowDefaults.PasswordCredential, "Set it to the password of the user in Credentials:username.");
        if (user.Contains(':', StringComparison.Ordinal))
        {
            reader.AddSecret(ServiceNowDefaults.UserNameCredential, "Credentials:username holds a colon, which HTTP does not allow there. Use a user without one, or a token.");
            return (access, ServiceNowDefaults.PasswordCredential);
        }

        return (access.WithBasic(user, password), ServiceNowDefaults.PasswordCredential);
    }

    private static (TicketHttpAccess Access, string Name) ReadNothing(TargetSettingsReader reader, TicketHttpAccess access)
    {
        if (reader.ReadSecret(ServiceNowDefaults.PasswordCredential) is null)
        {
            reader.AddSecret(
                ServiceNowDefaults.AccessTokenCredential,
                "No credential is set. Set Credentials:access_token to an OAuth token, Credentials:api_key to an API key, or Credentials:username and Credentials:password.");
            return (access, ServiceNowDefaults.AccessTokenCredential);
        }

        reader.AddSecret(ServiceNowDefaults.UserNameCredential, "Credentials:username is not set. Set it to the user of Credentials:password.");
        return (access, ServiceNowDefaults.UserNameCredential);
    }
}
