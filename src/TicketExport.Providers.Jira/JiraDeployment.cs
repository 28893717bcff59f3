namespace TicketExport.Providers.Jira;

/// <summary>Which of the two Jiras a target is.</summary>
public enum JiraDeployment
{
    /// <summary>Not set: what the provider's key says, or else <see cref="Cloud"/>.</summary>
    Unknown = 0,

    /// <summary>Jira Cloud, version 3 of its interface.</summary>
    Cloud = 1,

    /// <summary>Jira Data Center or Server 8.4 and newer, version 2 of its interface.</summary>
    DataCenter = 2,
}
