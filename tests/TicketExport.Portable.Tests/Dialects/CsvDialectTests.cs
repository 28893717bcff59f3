using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Portable.Internal;
using TicketExport.Portable.Reading;
using TicketExport.Redaction;

namespace TicketExport.Portable.Dialects;

public sealed partial class CsvDialectTests : IDisposable
{
    private static readonly string[] All = ["asana", "azure_devops", "clickup", "gitlab", "jira", "linear", "servicenow", "trello", "youtrack"];

    private readonly DialectFixture _fixture = new();

    public static TheoryData<string> Keys => [.. All];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Each_tracker_with_an_importer_has_its_dialect() => Assert.Equal(
        All, _fixture.Exporter.Dialects.Keys);

    [Theory]
    [InlineData("jira", "Summary,Issue Type,Priority,Assignee,Description,Labels,Labels,Labels,Labels,Labels,Labels,Labels,Labels")]
    [InlineData("gitlab", "title,description")]
    [InlineData("linear", "ID,Team,Title,Description,Status,Estimate,Priority,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Updated,Started,Completed,Canceled,Archived")]
    [InlineData("asana", "Name,Description,Section/Column,Assignee")]
    [InlineData("azure_devops", "Work Item Type,Title,Priority,Tags,Description")]
    [InlineData("youtrack", "Summary,Description,Type,Priority,Tags")]
    [InlineData("clickup", "Task Name,Description,Priority,Assignee,Tags,Fingerprint")]
    [InlineData("trello", "Card Name,Card Description,Labels")]
    [InlineData("servicenow", "correlation_id,correlation_display,short_description,description,impact,urgency")]
    [Trait("Behaviour", "S157")]
    public async Task The_header_is_the_importers(string key, string header)
    {
        var text = Encoding.UTF8.GetString(await _fixture.WriteAsync(key));

        Assert.Equal(string.Join(',', header.Split(',').Select(name => $"\"{name}\"")) + "\r\n", text);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    [Trait("Behaviour", "S157")]
    [Trait("Behaviour", "S167")]
    [Trait("Fault", "F185")]
    public async Task Any_ticket_gives_a_row_that_is_recognised_and_runs_nothing(string key)
    {
        var columns = _fixture.Exporter.Dialects[key].Columns.Count;
        await AnyTicket.Any.Array[1, 4].SampleAsync(
            async tickets =>
            {
                var rows = DialectFixture.Rows(await _fixture.WriteAsync(key, tickets));
                Assert.Equal(tickets.Length + 1, rows.Count);
                Assert.All(rows, row => Assert.Equal(columns, row.Length));
                Assert.All(
                    tickets.Zip(rows.Skip(1)),
                    pair => Assert.Equal(new TicketMarker(pair.First.DuplicateFingerprint, 1).Value, Assert.Single(MarkersOf(pair.Second))));
                Assert.All(rows.SelectMany(row => row), cell => Assert.True(cell.StartsWith('\'') || !FormulaGuard.IsNeeded(cell), cell));
            },
            iter: 40,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Texts_keep_the_limits_of_the_tracker_and_the_marker_is_never_cut(string key)
    {
        (string Title, int TitleLimit, string Body, int BodyLimit) of = key switch
        {
            "jira" => ("Summary", 255, "Description", 32_767),
            "gitlab" => ("title", 255, "description", 1_048_576),
            "linear" => ("Title", 256, "Description", 100_001),
            "asana" => ("Name", 1_024, "Description", 65_535),
            "azure_devops" => ("Title", 255, "Description", 1_000_000),
            "youtrack" => ("Summary", 255, "Description", 50_000),
            "clickup" => ("Task Name", 1_000, "Description", 60_000),
            "trello" => ("Card Name", 16_384, "Card Description", 16_384),
            _ => ("short_description", 160, "description", 4_000),
        };
        var ticket = PortableTickets.One();
        ticket = ticket with { Document = ticket.Document with { Title = "=" + new string('é', 900) + "<>", Summary = string.Concat(Enumerable.Repeat("<b> & 日本 ", 11_000)) } };

        var rows = DialectFixture.Rows(await _fixture.WriteAsync(key, ticket));

        Assert.InRange(rows[1][Array.IndexOf(rows[0], of.Title)].Length, 100, of.TitleLimit);
        Assert.InRange(rows[1][Array.IndexOf(rows[0], of.Body)].Length, 3_000, of.BodyLimit);
        Assert.Contains(new TicketMarker(ticket.DuplicateFingerprint, 1).Value, string.Concat(rows[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jira", "Priority", "Highest", "")]
    [InlineData("linear", "Priority", "Urgent", "No priority")]
    [InlineData("azure_devops", "Priority", "1", "")]
    [InlineData("youtrack", "Priority", "Critical", "")]
    [InlineData("clickup", "Priority", "Urgent", "")]
    [InlineData("servicenow", "urgency", "1", "")]
    [Trait("Behaviour", "S164")]
    public async Task Priorities_are_the_trackers_words(string key, string column, string urgent, string none)
    {
        var ticket = PortableTickets.One();
        var rows = DialectFixture.Rows(await _fixture.WriteAsync(key, ticket, ticket with { Document = ticket.Document with { Priority = TicketPriority.None } }));
        var place = Array.IndexOf(rows[0], column);

        Assert.Equal((urgent, none), (rows[1][place], rows[2][place]));
    }

    [Fact]
    [Trait("Behaviour", "S165")]
    public async Task Labels_stand_in_the_form_that_each_importer_parts()
    {
        var ticket = PortableTickets.One();
        ticket = ticket with { Document = ticket.Document with { Labels = ["needs review", "a,b;c", "=cmd", "NEEDS REVIEW", "-"], Assignee = "ann@example.test" } };
        var marker = new TicketMarker(ticket.DuplicateFingerprint, 1).Value;

        var jira = DialectFixture.Rows(await _fixture.WriteAsync("jira", ticket))[1];
        var azure = DialectFixture.Rows(await _fixture.WriteAsync("azure_devops", ticket))[1];
        var linear = DialectFixture.Rows(await _fixture.WriteAsync("linear", ticket))[1];

        Assert.Equal([marker, "needs-review", "a,b;c", "cmd", "", "", "", ""], jira[5..]);
        Assert.Equal("ann@example.test", jira[3]);
        Assert.Equal($"{marker}; needs review; a-b-c; cmd", azure[3]);
        Assert.Equal("needs review, a-b;c, cmd", linear[10]);
    }

    [Fact]
    public async Task A_title_that_would_run_gets_a_word_where_the_importer_keeps_an_apostrophe()
    {
        var ticket = PortableTickets.One("=1+1");

        Assert.Equal("Finding: =1+1", DialectFixture.Rows(await _fixture.WriteAsync("jira", ticket))[1][0]);
        Assert.Equal("'=1+1", DialectFixture.Rows(await _fixture.WriteAsync("linear", ticket))[1][2]);
    }

    [Fact]
    public async Task Markup_is_the_trackers_and_nothing_in_it_acts()
    {
        var ticket = PortableTickets.One("/close @all <b>x</b>");
        ticket = ticket with { Document = ticket.Document with { RemediationSnippet = null } };

        Assert.Contains("h2. Summary", DialectFixture.Rows(await _fixture.WriteAsync("jira", ticket))[1][4], StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^/close", DialectFixture.Rows(await _fixture.WriteAsync("gitlab", ticket))[1][1]);
        var html = DialectFixture.Rows(await _fixture.WriteAsync("azure_devops", ticket))[1][4];
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(?!br>)", html);
        Assert.DoesNotContain('\n', html);
    }

    [Fact]
    public async Task The_marker_has_the_generation_of_the_exports_key()
    {
        var ticket = PortableTickets.One();
        ticket = ticket with { IdempotencyKey = IdempotencyKey.Compute(ticket.DuplicateFingerprint, "acme", 3) };

        Assert.Equal([new TicketMarker(ticket.DuplicateFingerprint, 3).Value], MarkersOf(DialectFixture.Rows(await _fixture.WriteAsync("servicenow", ticket))[1]));
    }

    [Fact]
    public async Task More_rows_than_the_importer_takes_go_into_further_files()
    {
        var files = await _fixture.Exporter.WriteFilesAsync("AZURE_DEVOPS", "findings", PortableTickets.Many(2_001));

        Assert.Equal([("findings.csv", 1_000L), ("2-findings.csv", 1_000L), ("3-findings.csv", 1L)], files.Select(file => (file.RelativePath, file.TicketCount)));
        var markers = files.SelectMany(file => DialectFixture.Rows(_fixture.Read(file)).Skip(1)).SelectMany(MarkersOf).ToArray();
        Assert.Equal(2_001, markers.Distinct().Count());
        Assert.All(files, file => Assert.Equal(file.SizeBytes, _fixture.Read(file).Length));
        var refused = await Assert.ThrowsAsync<TicketExportException>(() => _fixture.Exporter.WriteAsync("azure_devops", PortableTickets.Many(1_001), new MemoryStream()));
        Assert.Contains("WriteFilesAsync", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_bytes_than_the_importer_takes_go_into_further_files()
    {
        using var fixture = new DialectFixture(new SmallDialect { Rules = new() { MaxBytes = 60, ByteOrderMark = true, Delimiter = ';' } });
        var files = await fixture.Exporter.WriteFilesAsync("small", "n", PortableTickets.Stream([.. Enumerable.Range(0, 9).Select(i => PortableTickets.One($"\"title\" {i}"))]));

        Assert.Equal(9, files.Sum(file => file.TicketCount));
        Assert.True(files.Length > 1);
        Assert.All(files, file => Assert.InRange(file.SizeBytes, 40, 60));
        var single = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFilesAsync("small", "big", PortableTickets.Stream(PortableTickets.One(new string('x', 70)))));
        Assert.Equal(ExportCodes.PortableExportFailed, single.Code);
        Assert.Equal(files.Length, fixture.Files.Length);
    }

    [Fact]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S171")]
    public async Task A_ticket_that_must_not_leave_stops_the_export_and_leaves_no_file()
    {
        var tickets = Enumerable.Range(0, 1_500).Select(id => PortableTickets.One(id: $"{id}")).Append(PortableTickets.One("token ghp_0123456789abcdefghijABCDEFGHIJ012345")).ToArray();

        var refused = await Assert.ThrowsAsync<TicketExportException>(() => _fixture.Exporter.WriteFilesAsync("azure_devops", "findings", PortableTickets.Stream(tickets)));

        Assert.Equal(ExportCodes.UnsafeContent, refused.Code);
        Assert.Contains("Ticket 1501", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task A_gate_that_masks_masks_here_too()
    {
        using var fixture = new DialectFixture(RedactionMode.Mask);
        var text = Encoding.UTF8.GetString(await fixture.WriteAsync("jira", PortableTickets.One("token ghp_0123456789abcdefghijABCDEFGHIJ012345")));

        Assert.DoesNotContain("ghp_0123456789", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hosts_dialect_takes_the_place_of_ours_and_stands_beside_the_others()
    {
        using var fixture = new DialectFixture(new JiraCsvDialect { IssueType = "Bug" }, new SmallDialect());

        Assert.Equal("Bug", DialectFixture.Rows(await fixture.WriteAsync("jira", PortableTickets.One()))[1][1]);
        Assert.Equal(10, fixture.Exporter.Dialects.Count);
    }

    [Fact]
    public async Task Misuse_says_what_to_do()
    {
        using var fixture = new DialectFixture(new SmallDialect { Rules = new() { Guard = " " } });

        Assert.Contains("AddCsvDialect", (await Assert.ThrowsAsync<ArgumentException>(() => _fixture.WriteAsync("bugzilla"))).Message, StringComparison.Ordinal);
        Assert.Contains("WordGuard", (await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.WriteAsync("small"))).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> MarkersOf(string[] row) => row.SelectMany(cell => Marker().Matches(cell)).Select(match => match.Value).Distinct();

    [GeneratedRegex("ticketexport-[0-9a-f]{64}-g[0-9]+")]
    private static partial Regex Marker();
}
