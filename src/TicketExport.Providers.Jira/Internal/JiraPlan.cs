using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>What the settings give the fields of an issue.</summary>
/// <param name="Values">The values by field.</param>
/// <param name="Problems">Every field that Jira demands and that has no value, and every value that it does not offer.</param>
internal sealed record JiraPlan(ImmutableArray<KeyValuePair<string, JsonNode>> Values, ImmutableArray<TargetProblem> Problems)
{
    public ProviderFault ToFault() => new()
    {
        Reason = FailureReason.MappingIncomplete,
        Message = $"Jira wants values for fields of the project: {string.Join(" ", Problems.Select(static problem => $"{problem.Setting}: {problem.Message}"))}",
        Setting = Problems[0].Setting,
        Problems = Problems,
    };
}
