namespace TicketExport.Providers.Linear;

/// <summary>The provider's own codes, for what Linear names by no code of its own; they stand in <see cref="ExportFailure.ProviderErrorCode"/>.</summary>
public static class LinearErrorCodes
{
    /// <summary>The workspace's plan takes no more issues.</summary>
    public const string UsageLimitExceeded = "linear_usage_limit_exceeded";

    /// <summary>The workspace's plan does not have what the request needs.</summary>
    public const string FeatureNotAccessible = "linear_feature_not_accessible";

    /// <summary>Linear holds an issue with the export's id, and does not show it to these credentials.</summary>
    public const string IssueHidden = "linear_issue_hidden";

    /// <summary>An issue with the export's id carries the marker of another export.</summary>
    public const string MarkerDiffers = "linear_marker_differs";

    /// <summary>The target's team does not exist, or these credentials are not shown it.</summary>
    public const string TeamUnknown = "linear_team_unknown";

    /// <summary>The target's team is retired and takes no more issues.</summary>
    public const string TeamRetired = "linear_team_retired";

    /// <summary>The team has no label of a name in the target's settings.</summary>
    public const string LabelUnknown = "linear_label_unknown";

    /// <summary>The workspace has no active user of the e-mail address in the target's settings.</summary>
    public const string AssigneeUnknown = "linear_assignee_unknown";

    /// <summary>The issue's team has no status as the target's settings want it.</summary>
    public const string StateUnknown = "linear_state_unknown";

    /// <summary>The issue is in Linear's trash.</summary>
    public const string IssueTrashed = "linear_issue_trashed";

    /// <summary>The credentials belong to another workspace than the issue.</summary>
    public const string OtherWorkspace = "linear_other_workspace";
}
