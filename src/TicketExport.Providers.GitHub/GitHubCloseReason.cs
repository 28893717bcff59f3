namespace TicketExport.Providers.GitHub;

/// <summary>What GitHub shows as the reason of a ticket that is closed by us.</summary>
public enum GitHubCloseReason
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>Closed as completed.</summary>
    Completed = 1,

    /// <summary>Closed as not planned.</summary>
    NotPlanned = 2,
}
