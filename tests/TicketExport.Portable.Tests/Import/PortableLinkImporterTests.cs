using System.Text;
using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.Portable.Import;

public sealed class PortableLinkImporterTests : IDisposable
{
    private static readonly (string, string, string) Shop7 = ("10007", "SHOP-7", "https://jira.example.test/browse/SHOP-7");

    private readonly ImportFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(',', "\r\n", "")]
    [InlineData(';', "\r\n", "\uFEFF")]
    [InlineData(';', "\n", "")]
    [InlineData('\t', "\r", "\uFEFF")]
    [InlineData('|', "\n", "sep=|\n")]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S178")]
    public async Task A_filled_in_table_links_its_sources_however_a_spreadsheet_saved_it(char delimiter, string newLine, string start)
    {
        var ticket = PortableTickets.One("=1+1");
        var rows = ImportFixture.FilledIn(await _fixture.WriteAsync(PortableFormat.Csv, ticket, PortableTickets.One(id: "43")), Shop7, ("", "", ""));

        var results = await _fixture.ImportAsync(start + ImportFixture.Save(rows, delimiter, newLine));
        var export = await _fixture.ExportAsync(ticket);

        Assert.Equal([(1L, PortableLinkOutcome.Linked), (2L, PortableLinkOutcome.NotFilledIn)], results.Select(result => (result.Record, result.Outcome)));
        Assert.Equal((ExportOutcome.AlreadyExported, "10007", "SHOP-7"), (export.Outcome, export.Ticket!.ProviderTicketId, export.Ticket.ExternalIssueId));
        Assert.Equal(Shop7.Item3, export.Ticket.Url!.ToString());
        Assert.Equal(ExportOutcome.Created, (await _fixture.ExportAsync(PortableTickets.One(id: "43"))).Outcome);
        var audit = await _fixture.Get<IExportLedgerQueries>().ListAuditAsync(new AuditFilter { AccountId = "456" }, new PageRequest(), default);
        Assert.Equal((AuditAction.Imported, ImportFixture.Ann), audit.Items.Select(row => (row.Action, row.By)).Last());
    }

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [InlineData(PortableFormat.Markdown)]
    public async Task Members_that_were_filled_in_link_as_well(PortableFormat format)
    {
        var text = Encoding.UTF8.GetString(await _fixture.WriteAsync(format, PortableTickets.One())).Replace(
            "\"target_id\"", "\"provider_ticket_id\": 10007, \"external_issue_id\": \"SHOP-7\", \"external_ticket_url\": null, \"target_id\"", StringComparison.Ordinal);

        var result = Assert.Single(await _fixture.ImportAsync(text));

        Assert.Equal((PortableLinkOutcome.Linked, "10007", "SHOP-7"), (result.Outcome, result.Link!.Ticket.ProviderTicketId, result.Link.Ticket.ExternalIssueId));
        Assert.Equal(ExportOutcome.AlreadyExported, (await _fixture.ExportAsync(PortableTickets.One())).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S178")]
    public async Task A_later_export_updates_the_imported_ticket_where_the_target_says_so()
    {
        using var fixture = new ImportFixture(static target => target.OnDuplicate = DuplicatePolicy.UpdateExisting);
        var first = await fixture.ExportAsync(PortableTickets.One(id: "1"));
        var rows = ImportFixture.FilledIn(await fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One()), (first.Ticket!.ProviderTicketId, "", ""));

        Assert.Equal(PortableLinkOutcome.Linked, Assert.Single(await fixture.ImportAsync(ImportFixture.Save(rows))).Outcome);
        var updated = await fixture.ExportAsync(PortableTickets.One() with { Document = PortableTickets.One("Another title").Document });

        Assert.Equal((ExportOutcome.UpdatedExisting, first.Ticket.ProviderTicketId), (updated.Outcome, updated.Ticket!.ProviderTicketId));
        Assert.Equal("mock-TCK-2", (await fixture.ExportAsync(PortableTickets.One(id: "3"))).Ticket!.ProviderTicketId);
    }

    [Fact]
    public async Task An_import_can_be_repeated_and_a_second_ticket_is_a_conflict()
    {
        var csv = await _fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One());
        var rows = ImportFixture.FilledIn(csv, Shop7);

        await _fixture.ImportAsync(ImportFixture.Save(rows));

        Assert.Equal(PortableLinkOutcome.AlreadyLinked, Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(rows))).Outcome);
        var conflict = Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(ImportFixture.FilledIn(csv, ("10008", "", "")))));
        Assert.Equal((PortableLinkOutcome.Conflict, "10007"), (conflict.Outcome, conflict.Export!.Ticket!.ProviderTicketId));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_of_each_row_and_writes_nothing()
    {
        var exported = PortableTickets.One(id: "1");
        var native = await _fixture.ExportAsync(exported);
        var csv = await _fixture.WriteAsync(PortableFormat.Csv, exported, exported, PortableTickets.One(id: "2"), PortableTickets.One(id: "3"));
        var text = ImportFixture.Save(ImportFixture.FilledIn(csv, (native.Ticket!.ProviderTicketId, "", ""), ("another", "", ""), Shop7, ("", "", "")));

        var forecast = await _fixture.ImportAsync(text, static request => request with { IsDryRun = true });
        var real = await _fixture.ImportAsync(text);

        Assert.Equal(
            [PortableLinkOutcome.AlreadyLinked, PortableLinkOutcome.Conflict, PortableLinkOutcome.WouldLink, PortableLinkOutcome.NotFilledIn],
            forecast.Select(result => result.Outcome));
        Assert.Equal(
            [PortableLinkOutcome.AlreadyLinked, PortableLinkOutcome.Conflict, PortableLinkOutcome.Linked, PortableLinkOutcome.NotFilledIn],
            real.Select(result => result.Outcome));
    }

    [Theory]
    [InlineData("account_id", "457", "account_id", ContractRules.Conflict)]
    [InlineData("source_id", "042", "duplicate_fingerprint", ContractRules.Conflict)]
    [InlineData("source_fingerprint", "", "source_fingerprint", ContractRules.Required)]
    [InlineData("source_type", "Report Issue", "source_type", ContractRules.Pattern)]
    [InlineData("target_id", "nowhere", "target_id", ContractRules.OneOf)]
    [InlineData("target_id", "", "target_id", ContractRules.Required)]
    [InlineData("external_ticket_url", "http://jira.example.test/SHOP-7", "external_ticket_url", ContractRules.Url)]
    [InlineData("external_ticket_url", "javascript:alert(1)", "external_ticket_url", ContractRules.Url)]
    [InlineData("external_ticket_url", "https://me:secret@jira.example.test/7", "external_ticket_url", ContractRules.Url)]
    [InlineData("external_issue_id", "a\nb", "external_issue_id", ContractRules.Text)]
    [InlineData("provider_ticket_id", "ghp_0123456789abcdefghijABCDEFGHIJ012345", "provider_ticket_id", null)]
    public async Task A_row_that_cannot_be_used_names_its_line_and_field_and_stops_nothing(string column, string value, string field, string? rule)
    {
        var rows = ImportFixture.FilledIn(
            await _fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One(), PortableTickets.One(id: "43")), Shop7, ("10008", "", ""));
        rows[1][rows[0].IndexOf(column)] = value;

        var results = await _fixture.ImportAsync(ImportFixture.Save(rows));

        Assert.Equal((PortableLinkOutcome.Invalid, 1L, 2L), (results[0].Outcome, results[0].Record, results[0].Line));
        Assert.Equal(field, results[0].Problems[0].Field);
        Assert.Equal(rule ?? results[0].Problems[0].Rule, results[0].Problems[0].Rule);
        Assert.DoesNotContain(results[0].Problems, problem => value.Length > 3 && problem.ToString().Contains(value, StringComparison.Ordinal));
        Assert.Equal(PortableLinkOutcome.Linked, results[1].Outcome);
        Assert.Equal(ExportOutcome.Created, (await _fixture.ExportAsync(PortableTickets.One())).Outcome);
    }

    [Fact]
    public async Task An_address_on_the_targets_own_host_may_be_http()
    {
        using var fixture = new ImportFixture(static target => target.BaseUrl = "http://jira.internal.test:8080/");
        var rows = ImportFixture.FilledIn(await fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One()), ("7", "", "http://jira.internal.test:8080/browse/SHOP-7"));

        Assert.Equal(PortableLinkOutcome.Linked, Assert.Single(await fixture.ImportAsync(ImportFixture.Save(rows))).Outcome);
    }

    [Fact]
    public async Task Few_columns_are_enough_and_the_request_names_the_target()
    {
        var rows = ImportFixture.FilledIn(await _fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One()), ("", "SHOP-7", ""));
        string[] kept = ["external_issue_id", "source_fingerprint", "source_id", "source_type", "account_id", "project_id"];
        var places = kept.Select(name => rows[0].IndexOf(name)).ToArray();

        var result = Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(rows.Select(row => places.Select(place => row[place]).ToList())), static request => request with { TargetId = "acme" }));

        Assert.Equal((PortableLinkOutcome.Linked, "SHOP-7", "acme"), (result.Outcome, result.Link!.Ticket.ProviderTicketId, result.Link.TargetId));
    }

    [Theory]
    [InlineData("-7", "'-7")]
    [InlineData("-7", "-7")]
    [InlineData("=7", "'=7")]
    [InlineData("=7", "=7")]
    public async Task An_id_is_known_again_whether_a_spreadsheet_kept_the_guard_or_took_it(string id, string saved)
    {
        var ticket = PortableTickets.One(id: id);
        var rows = ImportFixture.FilledIn(await _fixture.WriteAsync(PortableFormat.Csv, ticket), Shop7);
        Assert.Equal("'" + id, rows[1][rows[0].IndexOf("source_id")]);
        rows[1][rows[0].IndexOf("source_id")] = saved;

        Assert.Equal(PortableLinkOutcome.Linked, Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(rows))).Outcome);
        Assert.Equal(ExportOutcome.AlreadyExported, (await _fixture.ExportAsync(ticket)).Outcome);
    }

    [Fact]
    public async Task Many_rows_are_linked_in_batches_and_answered_in_order()
    {
        var tickets = Enumerable.Range(0, 1_203).Select(id => PortableTickets.One(id: $"{id}")).ToArray();
        var rows = ImportFixture.FilledIn(
            await _fixture.WriteAsync(PortableFormat.Csv, tickets), [.. tickets.Select((_, i) => i % 3 == 0 ? ("", "", "") : ($"T-{i}", "", i % 3 == 1 ? "" : "ftp://x"))]);

        var results = await _fixture.ImportAsync(ImportFixture.Save(rows));

        Assert.Equal(Enumerable.Range(1, 1_203).Select(number => (long)number), results.Select(result => result.Record));
        PortableLinkOutcome[] expected = [PortableLinkOutcome.NotFilledIn, PortableLinkOutcome.Linked, PortableLinkOutcome.Invalid];
        Assert.All(results, result => Assert.Equal(expected[(result.Record - 1) % 3], result.Outcome));
        Assert.All(results.Where(result => result.Outcome == PortableLinkOutcome.Linked), result => Assert.Equal($"T-{result.Record - 1}", result.Export!.Ticket!.ProviderTicketId));
    }

    [Fact]
    public async Task A_file_that_ends_in_a_fault_links_what_stood_before()
    {
        var rows = ImportFixture.FilledIn(await _fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One()), Shop7);

        var results = await _fixture.ImportAsync(ImportFixture.Save(rows) + "\"open", static request => request with { Options = new() { MaxBytes = 100_000 } });

        Assert.Equal(PortableLinkOutcome.Linked, results[0].Outcome);
        Assert.Equal(PortableLinkOutcome.Invalid, results[1].Outcome);
    }

    [Fact]
    public async Task Misuse_says_what_to_do()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.ImportAsync("", static request => request with { AccountId = "" }));
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.ImportAsync("", static request => request with { By = new("", "") }));
    }
}
