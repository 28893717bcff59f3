using System.Collections.Frozen;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>What a status means: what the target says of it, or else its category, which no site can rename. Pure.</summary>
internal static class JiraStatusMap
{
    public const string Done = "done";

    public static ProviderStatus Of(JiraStatus? status, FrozenDictionary<string, ProviderStatus> statuses) =>
        Said(status?.Name, statuses) ?? Said(status?.Id, statuses) ?? status?.StatusCategory?.Key switch
        {
            "new" => ProviderStatus.Open,
            "indeterminate" => ProviderStatus.InProgress,
            Done => ProviderStatus.Done,
            _ => ProviderStatus.Unknown,
        };

    private static ProviderStatus? Said(string? theirs, FrozenDictionary<string, ProviderStatus> statuses) =>
        theirs is not null && statuses.TryGetValue(theirs, out var status) ? status : null;
}
