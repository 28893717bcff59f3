namespace TicketExport.Testing;

/// <summary>Names of the fake tracker's provider.</summary>
public static class FakeTrackerDefaults
{
    /// <summary>The provider's key.</summary>
    public const string Key = "fake-tracker";

    /// <summary>The name of the credential that holds the token.</summary>
    public const string TokenCredential = "token";

    /// <summary>The setting that names the settings without which the tracker takes no ticket, separated by commas.</summary>
    public const string RequiredSettingsSetting = "required_settings";

    /// <summary>The setting with labels for every ticket, separated by commas.</summary>
    public const string LabelsSetting = "labels";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.FakeTracker";
}
