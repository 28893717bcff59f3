using System.Collections.Immutable;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>The fields that a new issue of one type can have.</summary>
/// <param name="IssueTypeId">The type's id.</param>
/// <param name="Fields">The fields by key, in the order of the screen.</param>
internal sealed record JiraScreen(string IssueTypeId, ImmutableArray<KeyValuePair<string, JiraField>> Fields)
{
    public bool Has(string key) => Find(key) is not null;

    public JiraField? Find(string key) => Fields.FirstOrDefault(field => field.Key.Equals(key, StringComparison.Ordinal)).Value;
}
