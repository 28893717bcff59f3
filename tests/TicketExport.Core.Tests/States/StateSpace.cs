using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>Every state there is, every event there is, and the states that an export can really come to.</summary>
internal static class StateSpace
{
    public static IReadOnlyList<ExportEvent> Events { get; } = Enum.GetValues<ExportEvent>();

    public static IReadOnlyList<ExportState> All { get; } =
    [
        .. from status in Enum.GetValues<ExportStatus>()
           from attempt in Enum.GetValues<AttemptState>()
           from link in Enum.GetValues<LinkState>()
           from isLeased in (bool[])[false, true]
           from isDue in (bool[])[false, true]
           select new ExportState(status, attempt, link, isLeased, isDue),
    ];

    public static IEnumerable<(ExportState State, ExportEvent Event, ExportStep Step)> Steps =>
        from state in All
        from happened in Events
        select (state, happened, ExportMachine.Next(state, happened));

    /// <summary>From a new export and from a draft, by any events.</summary>
    public static IReadOnlyList<ExportState> Reachable { get; } =
        From(ExportState.New, ExportState.New with { Status = ExportStatus.Draft });

    public static IReadOnlyList<ExportState> From(params IEnumerable<ExportState> starts)
    {
        var seen = new HashSet<ExportState>(starts);
        var open = new Queue<ExportState>(seen);
        while (open.TryDequeue(out var state))
        {
            foreach (var next in Events.Select(happened => ExportMachine.Next(state, happened)).Where(static step => !step.IsRefused))
            {
                if (seen.Add(next.Next))
                {
                    open.Enqueue(next.Next);
                }
            }
        }

        return [.. seen.Order(ByDeclaration)];
    }

    private static Comparer<ExportState> ByDeclaration => Comparer<ExportState>.Create(static (x, y) =>
        (x.Status, x.Attempt, x.Link, x.IsLeased, x.IsDue).CompareTo((y.Status, y.Attempt, y.Link, y.IsLeased, y.IsDue)));
}
