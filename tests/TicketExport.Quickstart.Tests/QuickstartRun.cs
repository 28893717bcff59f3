using Spectre.Console;
using TicketExport.Samples.Quickstart;

namespace TicketExport.Quickstart.Tests;

/// <summary>One run of the sample's command in a folder of its own.</summary>
internal sealed class QuickstartRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quickstart-");

    public string Folder => Path.Combine(_folder.FullName, "run");

    public string[] Files => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileName(path))] : [];

    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 400;
        var exitCode = await QuickstartCommand.Create(console).Parse(arguments.Contains("--folder") ? arguments : ["--folder", Folder, .. arguments]).InvokeAsync();
        return (exitCode, writer.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
