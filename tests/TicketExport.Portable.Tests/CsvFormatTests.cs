using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using CsvHelper;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable;

public sealed class CsvFormatTests : IDisposable
{
    private static readonly string[] Triggers = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "%", "＝", "＋", "－", "＠"];

    private static readonly string[] Leads = ["", " ", "   ", "\uFEFF", "\u00A0", "\u200B", "\u2060\u200D", "\u3000", "\"", "'", "\"'\" ", "\u202E"];

    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    [Trait("Behaviour", "S156")]
    public async Task The_header_is_fixed_and_every_ticket_is_one_row()
    {
        var rows = Read(await _fixture.BytesAsync(PortableFormat.Csv, PortableTickets.One("a\nb"), PortableTickets.One("c,\"d\"")));

        Assert.Equal(3, rows.Count);
        Assert.Equal(
            [
                "source_type", "source_id", "title", "summary", "severity", "priority", "labels", "affected_url", "evidence_links", "evidence_labels",
                "evidence_types", "evidence_expires_at", "evidence_attachment_allowed", "acceptance_criteria", "acceptance_evidence_required",
                "acceptance_verification_hints", "acceptance_source_references", "export_status", "duplicate_fingerprint", "idempotency_key",
                "business_impact", "reproduction_steps", "remediation_snippet", "assignee", "category", "source_title", "source_status", "report_id",
                "issue_id", "fix_task_id", "source_fingerprint", "related_issue_ids", "external_provider_keys", "external_ids", "external_keys",
                "external_urls", "account_id", "project_id", "target_id", "retry_at", "document_export_status", "contract_version", "schema_version",
            ],
            rows[0]);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal("Open checkout.\na\n\tb", rows[1][Array.IndexOf(rows[0], "reproduction_steps")]);
    }

    [Fact]
    [Trait("Fault", "F185")]
    public async Task No_cell_starts_a_formula()
    {
        var texts = (from lead in Leads from trigger in Triggers select lead + trigger + "cmd|' /C calc'!A0").Append("-1").ToArray();
        foreach (var delimiter in ",;\t|")
        {
            using var fixture = new PortableFixture(options => options.CsvDelimiter = delimiter);
            var rows = Read(await fixture.BytesAsync(PortableFormat.Csv, [.. texts.Select(text => PortableTickets.One(text))]), delimiter);
            var title = Array.IndexOf(rows[0], "title");

            Assert.All(rows.SelectMany(row => row).Where(cell => cell.Length > 0), cell => Assert.True(cell[0] == '\'' || !FormulaGuard.IsNeeded(cell)));
            Assert.Equal(texts.Select(text => "'" + text), rows.Skip(1).Select(row => row[title]));
        }
    }

    [Theory]
    [InlineData("O'Brien says 1 - 1 = 0")]
    [InlineData("'quoted' words")]
    [InlineData("a@b +1")]
    public async Task Text_that_is_no_formula_is_not_marked(string text)
    {
        var rows = Read(await _fixture.BytesAsync(PortableFormat.Csv, PortableTickets.One(text)));

        Assert.Equal(text, rows[1][Array.IndexOf(rows[0], "title")]);
    }

    [Fact]
    public async Task A_guarded_cell_is_quoted() =>
        Assert.Contains(",\"'=1\",", await _fixture.TextAsync(PortableFormat.Csv, PortableTickets.One("=1")), StringComparison.Ordinal);

    [Fact]
    [Trait("Fault", "F187")]
    [Trait("Behaviour", "S157")]
    public async Task Any_text_comes_back_equal_from_two_readers() =>
        await Gen.String[Gen.Char["ab,;\"'\r\n\t =+-@|%\0 é日＝\u00A0\u200B\uFEFF"], 0, 20].Array[1, 8].SampleAsync(
            async texts =>
            {
                var bytes = await _fixture.BytesAsync(PortableFormat.Csv, [.. texts.Select(text => PortableTickets.One(text))]);
                var rows = Read(bytes);
                var title = Array.IndexOf(rows[0], "title");
                Assert.Equal(texts, rows.Skip(1).Select(row => Unguard(row[title])));
                Assert.Equal(texts, ReadSylvan(bytes).Select(row => Unguard(row[title])));
            },
            iter: 300);

    [Fact]
    [Trait("Fault", "F187")]
    [Trait("Behaviour", "S157")]
    public async Task Python_reads_every_cell_equal()
    {
        if (FindPython() is not { } python)
        {
            Console.WriteLine("SKIPPED Python_reads_every_cell_equal: python3 is not on the PATH.");
            return;
        }

        string[] texts = ["a\r\nb", "\"", ",", "\"\",\"", "=1", " =1", "é日", "a\nb\tc", "", "'", "'=x", "\\", "\u00A0＝"];
        var file = await _fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "python", PortableTickets.Stream([.. texts.Select(text => PortableTickets.One(text))]));
        const string script = "import csv,json,sys; print(json.dumps([r['title'] for r in csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline=''))]))";
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", script, _fixture.PathOf(file)]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(output)!.Select(Unguard));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_byte_order_mark_follows_the_option(bool mark)
    {
        using var fixture = new PortableFixture(options => options.CsvByteOrderMark = mark);
        var bytes = await fixture.BytesAsync(PortableFormat.Csv, PortableTickets.One());

        Assert.Equal(mark, bytes.AsSpan().StartsWith("\uFEFF"u8));
    }

    [Fact]
    [Trait("Fault", "F177")]
    public async Task The_culture_of_the_thread_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = await _fixture.BytesAsync(PortableFormat.Csv, PortableTickets.One());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, await _fixture.BytesAsync(PortableFormat.Csv, PortableTickets.One()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // The documented way back: one mark is taken away where the rest would need one.
    private static string Unguard(string cell) => cell.StartsWith('\'') && FormulaGuard.IsNeeded(cell.AsSpan(1)) ? cell[1..] : cell;

    private static List<string[]> Read(byte[] bytes, char delimiter = ',')
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { Separator = delimiter, HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static List<string[]> ReadSylvan(byte[] bytes)
    {
        var rows = new List<string[]>();
        using var text = new StreamReader(new MemoryStream(bytes));
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(text, new Sylvan.Data.Csv.CsvDataReaderOptions { Delimiter = ',' });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static string? FindPython() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
}
