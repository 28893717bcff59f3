using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using TicketExport.Contract;

namespace TicketExport.Samples.Quickstart;

/// <summary>What people see. All text of a report is written as text, never as markup.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private const int Rows = 12;
    private const int RedirectedWidth = 110;

    /// <summary>What the columns beside the finding's title take.</summary>
    private const int OtherColumns = 50;

    private readonly IAnsiConsole _console = Widen(console);

    public void Input(string summary, QuickstartSettings settings)
    {
        _console.Write(new Rule("[bold]TicketExport[/]") { Justification = Justify.Left });
        _console.Write(new Text($"{summary}\n"));
        _console.Write(new Text($"Ledger: {settings.Ledger ?? settings.LedgerFile}\n\n", new Style(Color.Grey)));
    }

    public void Chapter(string title, string what)
    {
        _console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
        _console.Write(new Text($"{what}\n", new Style(Color.Grey)));
    }

    public void Note(string text) => _console.Write(new Text($"{text}\n\n"));

    public Task ProgressAsync(string title, int count, Func<Action, Task> work) => _console.Progress()
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
                new Text(Shorten(document.Title)),
                new Text(WordsOf(result), new Style(ColorOf(result.Outcome))),
                new Text(result.Ticket?.ExternalIssueId ?? "-"));
        }

        _console.Write(table);
        Note(shown < exports.Length ? $"… and {exports.Length - shown} more; --all shows them." : "");
    }

    public void Waiting(ExportResult result, string path)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.AddRow(new Text("Status"), new Text(WordsOf(result), new Style(ColorOf(result.Outcome))));
        table.AddRow(new Text("Next try"), new Text(result.RetryAt is { } at ? $"{at:yyyy-MM-dd HH:mm:ss} UTC" : "-"));
        table.AddRow(new Text("Why"), new Text($"{result.Failure?.Code}: {result.Failure?.Message}"));
        table.AddRow(new Text("File"), new Text(path));
        _console.Write(table);
        _console.WriteLine();
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

        _console.Write(table);
        var broken = promises.Count(static promise => !promise.Held);
        _console.Write(new Text(
            broken == 0 ? "All promises held. Run it again: the ledger remembers.\n" : $"{broken} promise(s) broken.\n",
            new Style(broken == 0 ? Color.Green : Color.Red)));
    }

    public void Problem(params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            _console.Write(new Text("error: ", new Style(Color.Red)));
            _console.Write(new Text($"{message}\n"));
        }
    }

    private static IAnsiConsole Widen(IAnsiConsole console)
    {
        if (!console.Profile.Out.IsTerminal && console.Profile.Width < RedirectedWidth)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }

    /// <summary>Cut in the middle: a title begins with what is wrong and ends with where.</summary>
    private string Shorten(string title)
    {
        var width = Math.Max(30, _console.Profile.Width - OtherColumns);
        var head = (width - 1) / 2;
        return title.Length <= width ? title : $"{title[..head]}…{title[^(width - 1 - head)..]}";
    }

    private static string WordsOf(ExportResult result) => result.Outcome switch
    {
        ExportOutcome.Created => "created",
        ExportOutcome.Adopted => "found again",
        ExportOutcome.AlreadyExported => "has ticket",
        ExportOutcome.InProgress => "in progress",
        ExportOutcome.Enqueued => "in the queue",
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
