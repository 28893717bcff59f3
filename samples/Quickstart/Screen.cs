using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using TicketExport.Contract;

namespace TicketExport.Samples.Quickstart;

/// <summary>What people see. All text of a report is written as text, never as markup.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private const int Rows = 12;

    public void Input(string summary, QuickstartSettings settings)
    {
        console.Write(new Rule("[bold]TicketExport[/]") { Justification = Justify.Left });
        console.Write(new Text($"{summary}\n"));
        console.Write(new Text($"Ledger: {settings.Ledger ?? settings.LedgerFile}\n\n", new Style(Color.Grey)));
    }

    public void Chapter(string title, string what)
    {
        console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text($"{what}\n", new Style(Color.Grey)));
    }

    public void Note(string text) => console.Write(new Text($"{text}\n\n"));

    public Task ProgressAsync(string title, int count, Func<Action, Task> work) => console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: count);
            await work(() => task.Increment(1));
        });

    public void Exports(ImmutableArray<Export> exports, bool all)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Severity", "Finding", "Result", "Ticket");
        var shown = all ? exports.Length : Math.Min(Rows, exports.Length);
        for (var index = 0; index < shown; index++)
        {
            var (document, result) = exports[index];
            table.AddRow(
                new Text((index + 1).ToString(CultureInfo.InvariantCulture), new Style(Color.Grey)),
                new Text($"{document.Source.Severity}", new Style(ColorOf(document.Source.Severity))),
                new Text(document.Title),
                new Text(WordsOf(result), new Style(ColorOf(result.Outcome))),
                new Text(result.Ticket?.ExternalIssueId ?? "-"));
        }

        console.Write(table);
        Note(shown < exports.Length ? $"… and {exports.Length - shown} more; --all shows them." : "");
    }

    public void Waiting(ExportResult result, string path)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.AddRow(new Text("Status"), new Text(WordsOf(result), new Style(ColorOf(result.Outcome))));
        table.AddRow(new Text("Next try"), new Text(result.RetryAt is { } at ? $"{at:yyyy-MM-dd HH:mm:ss} UTC" : "-"));
        table.AddRow(new Text("Why"), new Text($"{result.Failure?.Code}: {result.Failure?.Message}"));
        table.AddRow(new Text("File"), new Text(path));
        console.Write(table);
        console.WriteLine();
    }

    public void Promises(IReadOnlyList<Promise> promises)
    {
        if (promises.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Promise", "Evidence");
        foreach (var promise in promises)
        {
            table.AddRow(
                new Text(promise.Held ? "✓" : "✗", new Style(promise.Held ? Color.Green : Color.Red)),
                new Text(promise.Text),
                new Text(promise.Evidence, new Style(Color.Grey)));
        }

        console.Write(table);
        var broken = promises.Count(static promise => !promise.Held);
        console.Write(new Text(
            broken == 0 ? "All promises held. Run it again: the ledger remembers.\n" : $"{broken} promise(s) broken.\n",
            new Style(broken == 0 ? Color.Green : Color.Red)));
    }

    public void Problem(params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            console.Write(new Text("error: ", new Style(Color.Red)));
            console.Write(new Text($"{message}\n"));
        }
    }

    private static string WordsOf(ExportResult result) => result.Outcome switch
    {
        ExportOutcome.Created => "created",
        ExportOutcome.Adopted => "reply lost, found again",
        ExportOutcome.AlreadyExported => "has its ticket",
        ExportOutcome.InProgress => "in progress",
        ExportOutcome.RetryScheduled => "waits for its retry",
        ExportOutcome.DeliveryUnknown => "outcome not known yet",
        _ => $"{result.Failure?.Code}",
    };

    private static Color ColorOf(ExportOutcome outcome) => outcome switch
    {
        ExportOutcome.Created => Color.Green,
        ExportOutcome.Adopted => Color.Aqua,
        ExportOutcome.AlreadyExported => Color.Blue,
        ExportOutcome.Failed or ExportOutcome.Blocked => Color.Red,
        _ => Color.Yellow,
    };

    private static Color ColorOf(TicketSeverity severity) => severity switch
    {
        TicketSeverity.Critical or TicketSeverity.High => Color.Red,
        TicketSeverity.Medium => Color.Yellow,
        _ => Color.Grey,
    };
}
