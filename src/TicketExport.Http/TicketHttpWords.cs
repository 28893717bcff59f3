namespace TicketExport.Http;

/// <summary>The words that a provider's messages are made of.</summary>
/// <param name="Tracker">The tracker's name, such as <c>Jira</c>; starts a sentence.</param>
/// <param name="CredentialSetting">The setting to renew when the credentials are refused, such as <c>Credentials:token</c>.</param>
/// <param name="PlaceSetting">The setting that names where tickets go, such as <c>Settings:project</c>; <c>BaseUrl</c> where there is none.</param>
public sealed record TicketHttpWords(string Tracker, string CredentialSetting, string PlaceSetting)
{
    /// <summary>The setting that holds the tracker's address.</summary>
    public const string AddressSetting = nameof(TicketTarget.BaseUrl);
}
