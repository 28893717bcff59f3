using System.Collections.Frozen;
using TicketExport.Contract;
using TicketExport.States;

namespace TicketExport.Http;

public sealed partial class TargetSettingsReader
{
    /// <summary>The start of the settings that say what a priority is called at the tracker, such as <c>priority.high</c>.</summary>
    public const string PriorityPrefix = "priority.";

    /// <summary>The start of the settings that say what a status of the tracker's means, such as <c>status.In Review</c>.</summary>
    public const string StatusPrefix = "status.";

    private static readonly FrozenDictionary<string, TicketPriority> PriorityWords = new Dictionary<string, TicketPriority>
    {
        ["urgent"] = TicketPriority.Urgent,
        ["high"] = TicketPriority.High,
        ["medium"] = TicketPriority.Medium,
        ["low"] = TicketPriority.Low,
        ["none"] = TicketPriority.None,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ProviderStatus> StatusWords = new Dictionary<string, ProviderStatus>
    {
        ["open"] = ProviderStatus.Open,
        ["in_progress"] = ProviderStatus.InProgress,
        ["done"] = ProviderStatus.Done,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that settings use for a priority; <see langword="null"/> for one that they cannot name.</summary>
    public static string? WordOf(TicketPriority priority) => PriorityWords.FirstOrDefault(word => word.Value == priority).Key;

    /// <summary>The word that settings use for a status; <see langword="null"/> for one that they cannot name.</summary>
    public static string? WordOf(ProviderStatus status) => StatusWords.FirstOrDefault(word => word.Value == status).Key;

    /// <summary>What a target says about the tracker's statuses, for a caller with nobody to tell what is wrong with it.</summary>
    /// <returns>The statuses by the tracker's names, compared without case; without those whose word is none.</returns>
    public static FrozenDictionary<string, ProviderStatus> StatusesOf(TicketTarget target) =>
        new TargetSettingsReader(target, new TicketCredential([])).ReadStatuses();

    /// <summary>What the tracker calls our priorities: the settings <c>priority.urgent</c> to <c>priority.none</c>. Any other name is noted as a problem.</summary>
    /// <returns>The texts by priority, without white space around them; priorities that are not set are left out.</returns>
    public FrozenDictionary<TicketPriority, string> ReadPriorities()
    {
        var texts = new Dictionary<TicketPriority, string>();
        foreach (var (name, ours) in NamesWith(PriorityPrefix))
        {
            if (!PriorityWords.TryGetValue(ours, out var priority))
            {
                AddSetting(name, "There are priority.urgent, priority.high, priority.medium, priority.low and priority.none.");
            }
            else if (ReadText(name) is { } text)
            {
                texts[priority] = text;
            }
        }

        return texts.ToFrozenDictionary();
    }

    /// <summary>What the tracker's statuses mean: settings such as <c>status.In Review</c> = <c>in_progress</c>. A word that is none is noted as a problem.</summary>
    /// <returns>The statuses by the tracker's names, compared without case.</returns>
    public FrozenDictionary<string, ProviderStatus> ReadStatuses()
    {
        var statuses = new Dictionary<string, ProviderStatus>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, theirs) in NamesWith(StatusPrefix))
        {
            if (ReadChoice(name, StatusWords, ProviderStatus.Unknown) is var status and not ProviderStatus.Unknown)
            {
                statuses[theirs] = status;
            }
        }

        return statuses.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    // A prefix alone is one of them too: it is a name that got lost.
    private IEnumerable<(string Name, string Of)> NamesWith(string prefix) => _target.Settings.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal)
        .Select(name => (name, name[prefix.Length..].Trim()));
}
