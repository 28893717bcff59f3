using System.Text;
using CsCheck;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

public sealed class PortableReaderTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [Trait("Fault", "F187")]
    public async Task Bytes_of_any_kind_never_throw(PortableFormat format)
    {
        var good = await _fixture.BytesAsync(format, PortableTickets.One(), PortableTickets.One("=1\n```json\n", "43"));
        var change = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 40], Gen.OneOf(
            Gen.Byte.Array[0, 8], Gen.OneOf("\"", "{", "}", "]", "\n", "```", ",", "\\ud800", "\uFEFF", "\0", "null").Select(Encoding.UTF8.GetBytes)));
        await change.Array[1, 4].SampleAsync(
            async changes =>
            {
                var bytes = good;
                foreach (var (at, length, put) in changes)
                {
                    var start = Math.Min(at, bytes.Length);
                    bytes = [.. bytes[..start], .. put, .. bytes[Math.Min(start + length, bytes.Length)..]];
                }

                foreach (var given in new PortableFormat?[] { null, PortableFormat.Json, PortableFormat.Csv, PortableFormat.Markdown })
                {
                    var results = await ReadAsync(bytes, new() { Format = given, MaxRecordBytes = 100_000 });
                    Assert.All(results, result => Assert.Equal(result.IsValid, result.Problems.IsEmpty));
                    Assert.All(results, result => Assert.True(result.Line >= 1));
                }
            },
            iter: 300);
    }

    [Fact]
    public async Task Problems_in_a_table_name_the_line_the_row_and_the_column()
    {
        var csv = await _fixture.TextAsync(PortableFormat.Csv, PortableTickets.One("Two\nlines"), PortableTickets.One(id: "43"));
        csv = csv.Replace("urgent,\"webriskops\nneeds review\"", "soon,\"webriskops\n\"", StringComparison.Ordinal);

        var results = await ReadAsync(csv);

        Assert.Equal([1L, 2L], results.Select(result => result.Record));
        Assert.Equal([2L, Lines(csv, "report_issue,43")], results.Select(result => result.Line));
        Assert.Equal(
            ["category", "labels[1]", "priority", "source_status", "source_title", "title"],
            results[0].Problems.Select(problem => problem.Field).Distinct().Order(StringComparer.Ordinal).Where(field => !field.StartsWith("evidence", StringComparison.Ordinal) && field != "assignee"));
        Assert.Equal(["labels[1]", "priority"], results[1].Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        Assert.Equal([ContractRules.Required, ContractRules.OneOf], results[1].Problems.OrderBy(problem => problem.Field, StringComparer.Ordinal).Select(problem => problem.Rule));
    }

    [Fact]
    public async Task Problems_in_json_name_the_line_the_ticket_and_the_path()
    {
        var json = (await _fixture.TextAsync(PortableFormat.Json, PortableTickets.One(), PortableTickets.One(id: "43"))).Replace("\"urgent\"", "\"soon\"", StringComparison.Ordinal);

        var results = await ReadAsync(json);

        Assert.Equal([(1L, 4L), (2L, 4L + Lines(json, "},\n    {") - 3)], results.Select(result => (result.Record, result.Line)));
        Assert.All(results, result => Assert.Equal("$.ticket_export.priority", Assert.Single(result.Problems).Field));
    }

    [Theory]
    [InlineData("456", "457", "duplicate_fingerprint")]
    [InlineData("report_issue,42,", "report_issue,043,", "duplicate_fingerprint")]
    [InlineData("shop-42", "shop-43", "duplicate_fingerprint")]
    public async Task An_id_that_was_changed_on_the_way_is_noticed(string before, string after, string field)
    {
        var csv = (await _fixture.TextAsync(PortableFormat.Csv, PortableTickets.One())).Replace(before, after, StringComparison.Ordinal);

        var problem = Assert.Single(Assert.Single(await ReadAsync(csv)).Problems);

        Assert.Equal((field, ContractRules.Conflict), (problem.Field, problem.Rule));
    }

    [Fact]
    public async Task Columns_come_in_any_order_and_with_others_between()
    {
        var ticket = PortableTickets.One("'=1, \"x\"");
        var rows = Rows(await _fixture.BytesAsync(PortableFormat.Csv, ticket));
        var order = Enumerable.Range(0, rows[0].Length).Reverse().ToArray();
        var csv = string.Concat(rows.Select(row => "mine;" + string.Join(';', order.Select(i => $"\"{row[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));

        foreach (var text in new[] { csv, "\uFEFF" + csv, "sep=;\n" + csv })
        {
            var result = Assert.Single(await ReadAsync(text));
            Assert.True(result.IsValid, string.Join("; ", result.Problems));
            Assert.Equal(ticket.Document.Title, result.Ticket.Document.Title);
        }

        var utf16 = Assert.Single(await ReadAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(csv)]));
        Assert.Equal(ticket.Document.Title, utf16.Ticket?.Document.Title);
    }

    [Fact]
    public async Task A_header_that_lacks_columns_or_repeats_one_ends_the_reading()
    {
        var csv = await _fixture.TextAsync(PortableFormat.Csv, PortableTickets.One());

        var missing = Assert.Single(await ReadAsync(csv.Replace(",title,", ",titel,", StringComparison.Ordinal)));
        var twice = Assert.Single(await ReadAsync(csv.Replace(",assignee,", ",title,", StringComparison.Ordinal)));

        Assert.Equal((0L, 1L, "title", ContractRules.Required), (missing.Record, missing.Line, Assert.Single(missing.Problems).Field, missing.Problems[0].Rule));
        Assert.Equal((0L, "title", ContractRules.Duplicate), (twice.Record, Assert.Single(twice.Problems).Field, twice.Problems[0].Rule));
    }

    [Fact]
    public async Task A_header_without_an_end_is_refused()
    {
        var problem = Assert.Single(Assert.Single(await ReadAsync(string.Join(',', Enumerable.Repeat("x", 100_000)))).Problems);

        Assert.Equal(ContractRules.MaxBytes, problem.Rule);
    }

    [Fact]
    public async Task A_broken_line_costs_that_line_only()
    {
        var lines = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            lines.Add(JsonLines.Of(await _fixture.BytesAsync(PortableFormat.Json, PortableTickets.One(id: $"{i}"))));
        }

        lines[2] = lines[2][..200];
        lines[3] = lines[3].Replace("portable-export.v1", "portable-export.v2", StringComparison.Ordinal);

        var results = await ReadAsync(string.Join('\n', lines.Take(3).Append(lines[4])));
        var ended = await ReadAsync(string.Join('\n', lines[0], lines[3], lines[4]));

        Assert.Equal([(1L, 1L, true), (2L, 2L, true), (3L, 3L, false), (4L, 4L, true)], results.Select(result => (result.Record, result.Line, result.IsValid)));
        Assert.Equal((0L, 2L, ContractRules.Version), (ended[^1].Record, ended[^1].Line, ended[^1].Problems[0].Rule));
    }

    [Fact]
    public async Task Tickets_stand_alone_on_lines_and_in_an_array_as_well()
    {
        var markdown = await _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One(), PortableTickets.One(id: "43"));
        var blocks = markdown.Split("```json\n").Skip(1).Select(part => JsonLines.Of(Encoding.UTF8.GetBytes(part[..part.IndexOf("\n```", StringComparison.Ordinal)]))).ToArray();

        foreach (var text in new[] { string.Join('\n', blocks), $"[{string.Join(",\n", blocks)}]\n" })
        {
            Assert.Equal(["42", "43"], (await ReadAsync(text)).Select(result => result.Ticket?.Document.Source.RecordId));
        }
    }

    [Theory]
    [InlineData("{\"tickets\":[]}", ContractRules.Version)]
    [InlineData("{\"schema_version\":\"portable-export.v2\",\"tickets\":[]}", ContractRules.Version)]
    [InlineData("{\"schema_version\":\"portable-export.v1\",\"tickets\":[],\"tickets\":[]}", ContractRules.Duplicate)]
    [InlineData("{\"schema_version\":\"portable-export.v1\",\"tickets\":[1", ContractRules.Json)]
    [InlineData("", ContractRules.Required)]
    [InlineData("\uFEFF \r\n", ContractRules.Required)]
    [InlineData("# A note\n\nno block\n", ContractRules.Required)]
    public async Task A_file_that_is_none_of_ours_ends_with_one_problem(string text, string rule)
    {
        var results = await ReadAsync(text);

        Assert.Equal((0L, rule), (results[^1].Record, Assert.Single(results[^1].Problems).Rule));
    }

    [Fact]
    public async Task A_member_that_stands_twice_is_refused()
    {
        var json = (await _fixture.TextAsync(PortableFormat.Json, PortableTickets.One())).Replace("\"target_id\"", "\"target_id\": \"other\", \"target_id\"", StringComparison.Ordinal);

        Assert.Equal(("$.target_id", ContractRules.Duplicate), Assert.Single(await ReadAsync(json)).Problems.Select(problem => (problem.Field, problem.Rule)).Single());
    }

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    public async Task A_ticket_that_is_too_long_is_refused_and_no_more_of_it_is_kept(PortableFormat format)
    {
        var bytes = await _fixture.BytesAsync(format, PortableTickets.One(), PortableTickets.One(new string('x', 90_000)));

        var results = await ReadAsync(bytes, new() { MaxRecordBytes = 80_000 });

        Assert.True(results[0].IsValid);
        Assert.Contains(results.Skip(1).SelectMany(result => result.Problems), problem => problem.Rule == ContractRules.MaxBytes);
        Assert.DoesNotContain(results.Skip(1), result => result.IsValid);
    }

    [Fact]
    public async Task A_file_that_is_too_long_ends_with_a_problem()
    {
        var bytes = await _fixture.BytesAsync(PortableFormat.Json, [.. Enumerable.Range(0, 100).Select(id => PortableTickets.One(id: $"{id}"))]);

        var results = await ReadAsync(bytes, new() { MaxBytes = 100_000 });

        Assert.Equal(ContractRules.MaxBytes, Assert.Single(results[^1].Problems).Rule);
        Assert.True(results.Count > 10);
        Assert.All(results.SkipLast(1), result => Assert.True(result.IsValid));
    }

    [Fact]
    public async Task Hostile_text_forges_no_ticket_in_a_document()
    {
        var other = await _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One("Forged", "666"));
        var block = other[other.IndexOf("## Export", StringComparison.Ordinal)..];
        string[] attempts = [block, "\n\n" + block, "````\n" + block, "~~~\n" + block, "```\n\n" + block, "> " + block, "- x\n\n" + block, "<pre>\n" + block, block.Replace("\n", "\r\n", StringComparison.Ordinal), block.Replace("\n", "\u2028", StringComparison.Ordinal)];

        var results = await ReadAsync(await _fixture.TextAsync(PortableFormat.Markdown, [.. attempts.Select(text => PortableTickets.One(text))]), ofFormat: PortableFormat.Markdown);

        Assert.Equal(attempts.Length, results.Count);
        Assert.DoesNotContain("666", results.Select(result => result.Ticket?.Document.Source.RecordId));
    }

    [Fact]
    public async Task Misuse_says_what_to_do()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAsync([], new() { Format = PortableFormat.Unknown }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAsync([], new() { MaxRecordBytes = 0 }));
        var closed = new MemoryStream();
        await closed.DisposeAsync();
        Assert.Contains("readable", Assert.Throws<ArgumentException>(() => new PortableReader().ReadAsync(closed, null, default)).Message, StringComparison.Ordinal);
    }

    private static long Lines(string text, string until) => text[..text.IndexOf(until, StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    private static List<string[]> Rows(byte[] bytes)
    {
        var rows = new List<string[]>();
        using var reader = CsvHelper.CsvReader.Create(bytes, new CsvHelper.CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static Task<List<PortableReadResult>> ReadAsync(string text, PortableFormat? ofFormat = null) => ReadAsync(Encoding.UTF8.GetBytes(text), new() { Format = ofFormat });

    private static async Task<List<PortableReadResult>> ReadAsync(byte[] bytes, PortableReadOptions? options = null)
    {
        var results = new List<PortableReadResult>();
        await foreach (var result in new PortableReader().ReadAsync(new MemoryStream(bytes), options, default))
        {
            results.Add(result);
        }

        return results;
    }
}
