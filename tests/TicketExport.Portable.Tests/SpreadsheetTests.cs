using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable;

/// <summary>Programs that we did not write read our CSV: ten thousand rows that try to run something, every cell equal.</summary>
public sealed class SpreadsheetTests : IDisposable
{
    private const int Count = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spreadsheet");
    private readonly PortableFixture _fixture = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Delete(recursive: true);
    }

    [ProgramFact("python3")]
    [Trait("Behaviour", "S157")]
    [Trait("Fault", "F187")]
    public async Task Python_reads_ten_thousand_hostile_rows_cell_by_cell()
    {
        var python = ProgramPath.Find("python3")!;
        var bytes = await WriteAsync();
        const string script = "import csv,json,sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')): print(json.dumps(row))";
        var (exit, output) = await RunAsync(python, "-c", script, InputPath);

        Assert.Equal(0, exit);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!).ToList();
        AssertEqual(Rows(bytes), rows, static (expected, actual) => expected == actual);
    }

    [ProgramFact("soffice")]
    [Trait("Behaviour", "S156")]
    [Trait("Behaviour", "S157")]
    [Trait("Fault", "F185")]
    [Trait("Fault", "F187")]
    public async Task LibreOffice_opens_ten_thousand_hostile_rows_runs_none_and_saves_each_cell_equal()
    {
        var office = ProgramPath.Find("soffice")!;
        var bytes = await WriteAsync();
        await ConvertAsync(office, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "saved");
        await ConvertAsync(office, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "texts", AllTexts(Rows(bytes)[0].Length));
        await ConvertAsync(office, "fods", "opened");

        AssertEqual(Rows(bytes), Rows(await SavedAsync("saved")), static (expected, actual) => expected == actual || HostileRows.IsNumberLike(expected));
        AssertEqual(Rows(bytes), Rows(await SavedAsync("texts")), static (expected, actual) => expected == actual);
        Assert.False(HoldsFormula(Path.Combine(_folder.FullName, "opened", "rows.fods")), "A cell became a formula.");
    }

    [ProgramFact("soffice")]
    [Trait("Behaviour", "S157")]
    public async Task What_LibreOffice_saved_is_read_back_ticket_by_ticket()
    {
        var office = ProgramPath.Find("soffice")!;
        await WriteAsync(500);
        await ConvertAsync(office, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", "saved");
        var read = new List<PortableTicket>();
        var file = File.OpenRead(Path.Combine(_folder.FullName, "saved", "rows.csv"));
        await using (file)
        {
            await foreach (var result in new PortableReader().ReadAsync(file, null, default))
            {
                Assert.True(result.IsValid, string.Join("; ", result.Problems));
                read.Add(result.Ticket);
            }
        }

        var written = HostileRows.Take(500).ToArray();
        Assert.Equal(written.Select(ticket => ticket.DuplicateFingerprint), read.Select(ticket => ticket.DuplicateFingerprint));
        var texts = written.Zip(read, (before, after) => (Before: before.Document, After: after.Document)).Where(pair => !HostileRows.IsNumberLike(pair.Before.Summary)).ToArray();
        Assert.Equal(texts.Select(pair => pair.Before.Summary), texts.Select(pair => pair.After.Summary));
        Assert.Equal(texts.Select(pair => pair.Before.Labels[0]), texts.Select(pair => pair.After.Labels[0]));
    }

    private string InputPath => Path.Combine(_folder.FullName, "rows.csv");

    private async Task<byte[]> WriteAsync(int count = Count)
    {
        var bytes = await _fixture.BytesAsync(PortableFormat.Csv, [.. HostileRows.Take(count)]);
        await File.WriteAllBytesAsync(InputPath, bytes);
        return bytes;
    }

    private Task<byte[]> SavedAsync(string folder) => File.ReadAllBytesAsync(Path.Combine(_folder.FullName, folder, "rows.csv"));

    // What a person chooses who marks all columns as text in the dialogue.
    private static string AllTexts(int columns) => string.Join('/', Enumerable.Range(1, columns).Select(column => string.Create(CultureInfo.InvariantCulture, $"{column}/2")));

    private static void AssertEqual(List<string[]> expected, List<string[]> actual, Func<string, string, bool> isEqual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var row = 0; row < expected.Count; row++)
        {
            Assert.Equal(expected[row].Length, actual[row].Length);
            for (var column = 0; column < expected[row].Length; column++)
            {
                Assert.True(
                    isEqual(expected[row][column], actual[row][column]),
                    string.Create(CultureInfo.InvariantCulture, $"Row {row}, {expected[0][column]}: expected {JsonSerializer.Serialize(expected[row][column])}, got {JsonSerializer.Serialize(actual[row][column])}"));
            }
        }
    }

    private static List<string[]> Rows(byte[] bytes)
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { Separator = ',', HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static bool HoldsFormula(string path) => File.ReadLines(path).Any(static line => line.Contains("table:formula=", StringComparison.Ordinal));

    // A profile of its own, so that neither a user's settings nor a running office has a part in it.
    private async Task ConvertAsync(string office, string format, string folder, string columns = "")
    {
        var (exit, output) = await RunAsync(
            office,
            $"-env:UserInstallation={new Uri(Path.Combine(_folder.FullName, "profile"))}",
            "--headless",
            "--norestore",
            $"--infilter=CSV:44,34,76,1,{columns}",
            "--convert-to",
            format,
            "--outdir",
            Path.Combine(_folder.FullName, folder),
            InputPath);
        Assert.True(exit == 0, output);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
