using System.Globalization;
using System.Text;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>Prints the state machine, over the states that an export can really come to.</summary>
internal static class StateMachinePage
{
    /// <summary>Not drawn: their arrows would hide all others. The table has them.</summary>
    private static readonly ExportEvent[] FromAlmostEverywhere = [ExportEvent.LinkedByHand, ExportEvent.ParkedAsFile];

    public static string Steps()
    {
        var table = new StringBuilder("| event | from | to | attempt | effects |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in Accepted.GroupBy(static step => (step.Event, To: Change(step.State, step.Step), Attempt: Attempt(step.State, step.Step), step.Step.Effects)))
        {
            var from = string.Join("<br>", row.Select(static step => Label(step.State)).Distinct());
            table.Append(CultureInfo.InvariantCulture, $"| {Words.Of(row.Key.Event)} | {from} | {row.Key.To} | {row.Key.Attempt} | {Words.List(row.Key.Effects)} |\n");
        }

        return table.ToString();
    }

    /// <summary>Events that are refused for the same reasons in the same statuses share their rows.</summary>
    public static string Refusals()
    {
        var table = new StringBuilder("| events | refused because | in |\n| --- | --- | --- |\n");
        var rows = All.Where(static step => step.Step.IsRefused)
            .GroupBy(static step => step.Event)
            .Select(static steps => (Event: steps.Key, Reasons: string.Concat(steps.GroupBy(static step => step.Step.Refusal).Select(static reason =>
                $" | {Words.Of(reason.Key)} | {string.Join(", ", reason.Select(static step => Words.Of(step.State.Status)).Distinct())} |\n"))));
        foreach (var row in rows.GroupBy(static row => row.Reasons))
        {
            var events = string.Join(", ", row.Select(static same => Words.Of(same.Event)));
            foreach (var reason in row.Key.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                table.Append(CultureInfo.InvariantCulture, $"| {events}{reason}\n");
            }
        }

        return table.ToString();
    }

    public static string Meanings<TEnum>(string heading, IEnumerable<TEnum> values)
        where TEnum : struct, Enum
    {
        var table = new StringBuilder($"| {heading} | means |\n| --- | --- |\n");
        foreach (var value in values)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {Words.Of(value)} | {Words.Meaning(value)} |\n");
        }

        return table.ToString();
    }

    public static string Diagram()
    {
        var diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> draft\n    [*] --> approved\n");
        foreach (var edge in Accepted
            .Where(static step => NodeOf(step.State) != NodeOf(step.Step.Next) && !FromAlmostEverywhere.Contains(step.Event))
            .GroupBy(static step => (From: NodeOf(step.State), To: NodeOf(step.Step.Next))))
        {
            var events = edge.Select(static step => Words.Plain(step.Event)).Distinct();
            diagram.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", events)}\n");
        }

        return diagram.Append("```\n").ToString();
    }

    private static IEnumerable<(ExportState State, ExportEvent Event, ExportStep Step)> All =>
        from happened in StateSpace.Events
        from state in StateSpace.Reachable
        select (state, happened, ExportMachine.Next(state, happened));

    private static IEnumerable<(ExportState State, ExportEvent Event, ExportStep Step)> Accepted => All.Where(static step => !step.Step.IsRefused);

    private static string Change(ExportState state, ExportStep step) => step.Next == state
        ? "unchanged"
        : Words.Of(step.Next.Status) + (step.Next.Link == state.Link ? "" : $", link {Words.Of(step.Next.Link)}") + Held(step.Next);

    private static string Attempt(ExportState state, ExportStep step) => step switch
    {
        { Ended: not AttemptState.None } => $"{Words.Of(step.Ended)}, then a new one {Words.Of(step.Next.Attempt)}",
        _ when step.Has(ExportEffects.Send) => $"a new one {Words.Of(step.Next.Attempt)}",
        _ => step.Next.Attempt == state.Attempt ? "" : Words.Of(step.Next.Attempt),
    };

    private static string NodeOf(ExportState state) => state.Link is LinkState.Broken or LinkState.Unlinked
        ? $"{Words.Plain(state.Status)}_{Words.Plain(state.Link)}"
        : Words.Plain(state.Status);

    private static string Held(ExportState state) => (state.IsLeased ? ", leased" : "") + (state.IsDue ? "" : ", planned");

    private static string Label(ExportState state) =>
        Words.Of(state.Status)
        + (state.HasOpenAttempt ? $", attempt {Words.Of(state.Attempt)}" : "")
        + (state.Link == LinkState.None ? "" : $", link {Words.Of(state.Link)}")
        + Held(state);
}
