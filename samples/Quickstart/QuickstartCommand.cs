using System.CommandLine;
using Microsoft.Extensions.Options;
using Spectre.Console;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Samples.Quickstart;

/// <summary>The command line. Exit codes: 0 all promises held, 1 one was broken, 2 the input or a setting is wrong.</summary>
internal static class QuickstartCommand
{
    public const int Held = 0;
    public const int Broken = 1;
    public const int BadInput = 2;

    private static readonly Argument<string> Input = new("input")
    {
        Description = "A SARIF 2.1.0 file, or a ticket-export.v1 document. Default: a real scan of OWASP NodeGoat.",
        DefaultValueFactory = static _ => Path.Combine(AppContext.BaseDirectory, "sample-input", "nodegoat-eslint.sarif"),
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Where the ledger and the portable files are kept.",
        DefaultValueFactory = static _ => "ticket-export-quickstart",
    };

    private static readonly Option<string?> Ledger = new("--ledger")
    {
        Description = "A SQLite connection string for the ledger, instead of a file in the folder.",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A setting as key=value, such as TicketExport:RetryBaseDelay=00:01:00. May be given several times.",
        DefaultValueFactory = static _ => [],
    };

    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Forget earlier runs: delete the ledger in the folder first." };

    private static readonly Option<int?> Limit = new("--limit") { Description = "Export at most this many findings." };

    private static readonly Option<bool> All = new("--all") { Description = "Show every finding in the table." };

    public static RootCommand Create(IAnsiConsole console)
    {
        var command = new RootCommand(
            "From a real scanner report to tickets: exports each finding to a fake tracker that loses a reply, to a signed webhook and to a tracker that is down, twice.")
        {
            Input, Folder, Ledger, Set, Fresh, Limit, All,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new QuickstartSettings
            {
                Input = arguments.GetRequiredValue(Input),
                Folder = Path.GetFullPath(arguments.GetRequiredValue(Folder)),
                Ledger = arguments.GetValue(Ledger),
                Overrides = arguments.GetRequiredValue(Set),
                Fresh = arguments.GetValue(Fresh),
                Limit = arguments.GetValue(Limit),
                All = arguments.GetValue(All),
            },
            console,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(QuickstartSettings settings, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var screen = new Screen(console);
        try
        {
            var input = await InputReader.ReadAsync(settings.Input, cancellationToken);
            await using var stage = await Stage.StartAsync(settings, cancellationToken);
            var promises = await new Story(stage, screen, settings).RunAsync(input, cancellationToken);
            screen.Promises(promises);
            return promises.All(static promise => promise.Held) ? Held : Broken;
        }
        catch (Exception exception) when (exception is SarifException or InputException or TicketExportException)
        {
            screen.Problem(exception.Message);
        }
        catch (OptionsValidationException exception)
        {
            screen.Problem([.. exception.Failures]);
        }

        return BadInput;
    }
}
