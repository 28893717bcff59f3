namespace CustomProvider;

/// <summary>Names and limits of the Redmine provider.</summary>
public static class RedmineDefaults
{
    /// <summary>The provider's key.</summary>
    public const string Key = "redmine";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "CustomProvider.Redmine";

    /// <summary>The credential that holds the API access key of a user, from that user's account page.</summary>
    public const string ApiKeyCredential = "api_key";

    /// <summary>The setting that names the project, by its identifier or number.</summary>
    public const string ProjectSetting = "project";

    /// <summary>The setting with the number of the tracker (kind of issue); without it Redmine takes the project's first.</summary>
    public const string TrackerSetting = "tracker_id";

    /// <summary>The setting with the number of the user or group that tickets are assigned to.</summary>
    public const string AssigneeSetting = "assigned_to_id";

    /// <summary>The setting with the number of the status that a closed ticket gets; without it the first closed one.</summary>
    public const string ClosedStatusSetting = "closed_status_id";

    /// <summary>The setting with the number of the status that a reopened ticket gets; without it the first open one.</summary>
    public const string OpenStatusSetting = "open_status_id";

    /// <summary>The setting that makes comments private notes when it is <c>true</c>.</summary>
    public const string PrivateNotesSetting = "private_notes";
}
