using System.Collections.Frozen;
using TicketExport.Providers.Linear.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>What Linear's statuses mean. Each team names its own; their types are the same everywhere.</summary>
internal static class LinearStates
{
    public const string Completed = "completed";
    public const string Canceled = "canceled";
    public const string Duplicate = "duplicate";
    public const string Started = "started";
    public const string Unstarted = "unstarted";
    public const string Backlog = "backlog";
    public const string Triage = "triage";

    private static readonly FrozenDictionary<string, ProviderStatus> Statuses = new Dictionary<string, ProviderStatus>
    {
        [Triage] = ProviderStatus.Open,
        [Backlog] = ProviderStatus.Open,
        [Unstarted] = ProviderStatus.Open,
        [Started] = ProviderStatus.InProgress,
        [Completed] = ProviderStatus.Done,
        [Canceled] = ProviderStatus.Done,
        [Duplicate] = ProviderStatus.Done,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ProviderStatus StatusOf(LinearState? state) =>
        state?.Type is { } type ? Statuses.GetValueOrDefault(type) : ProviderStatus.Unknown;

    /// <summary>What a status means to the target: what it says of the name or the type, or else what the type says.</summary>
    public static ProviderStatus StatusOf(LinearState? state, FrozenDictionary<string, ProviderStatus> statuses) =>
        state?.Name is { } name && statuses.TryGetValue(name, out var named) ? named
        : state?.Type is { } type && statuses.TryGetValue(type, out var typed) ? typed
        : StatusOf(state);

    public static bool IsClosed(LinearState? state) => StatusOf(state) == ProviderStatus.Done;

    /// <summary>The status to close an issue with; <see langword="null"/> where the team has none such.</summary>
    /// <param name="states">The team's statuses.</param>
    /// <param name="wanted">A type, a name or an id; <see langword="null"/> for completed.</param>
    public static LinearState? ToClose(IReadOnlyList<LinearState> states, string? wanted) =>
        Pick(states, isClosed: true, wanted is null ? [Completed] : [wanted]);

    /// <summary>The status to open an issue again with; <see langword="null"/> where the team has none such.</summary>
    /// <param name="states">The team's statuses.</param>
    /// <param name="wanted">A type, a name or an id; <see langword="null"/> for unstarted, or else backlog.</param>
    public static LinearState? ToReopen(IReadOnlyList<LinearState> states, string? wanted) =>
        Pick(states, isClosed: false, wanted is null ? [Unstarted, Backlog] : [wanted]);

    private static LinearState? Pick(IReadOnlyList<LinearState> states, bool isClosed, string[] wishes)
    {
        var fitting = states
            .Where(state => StatusOf(state) is var status && status != ProviderStatus.Unknown && status == ProviderStatus.Done == isClosed)
            .OrderBy(static state => state.Position)
            .ToArray();
        return wishes
            .Select(wish => fitting.FirstOrDefault(state => Is(state.Type, wish)) ?? fitting.FirstOrDefault(state => Is(state.Id, wish) || Is(state.Name, wish)))
            .FirstOrDefault(static state => state is not null);
    }

    private static bool Is(string? text, string wish) => string.Equals(text, wish, StringComparison.OrdinalIgnoreCase);
}
