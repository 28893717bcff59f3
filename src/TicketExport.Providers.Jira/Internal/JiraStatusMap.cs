using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>What a status means: what the target says of it, or else its category, which no site can rename. Pure.</summary>
internal static class JiraStatusMap
{
    public const string Done = "done";

    private static readonly FrozenDictionary<string, ProviderStatus> Words = new Dictionary<string, ProviderStatus>
    {
        ["open"] = ProviderStatus.Open,
        ["in_progress"] = ProviderStatus.InProgress,
        [Done] = ProviderStatus.Done,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ProviderStatus Of(JiraStatus? status, ImmutableDictionary<string, string> settings) =>
        WordFor(status?.Name, settings) ?? WordFor(status?.Id, settings) ?? status?.StatusCategory?.Key switch
        {
            "new" => ProviderStatus.Open,
            "indeterminate" => ProviderStatus.InProgress,
            Done => ProviderStatus.Done,
            _ => ProviderStatus.Unknown,
        };

    public static void Check(TargetSettingsReader reader, ImmutableDictionary<string, string> settings)
    {
        foreach (var name in settings.Keys.Where(static name => name.StartsWith(JiraDefaults.StatusPrefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            _ = reader.ReadChoice(name, Words, ProviderStatus.Unknown);
        }
    }

    private static ProviderStatus? WordFor(string? theirs, ImmutableDictionary<string, string> settings) =>
        theirs is not null && settings.TryGetValue(JiraDefaults.StatusPrefix + theirs, out var word) && Words.TryGetValue(word.Trim(), out var status) ? status : null;
}
