namespace TicketExport.Providers.Jira.Internal;

/// <summary>What a request does, as far as its answer's meaning depends on it.</summary>
internal enum JiraRequestKind
{
    Unknown = 0,
    Read = 1,
    Create = 2,
    Change = 3,
}
