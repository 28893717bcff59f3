using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Ledger;
using TicketExport.Links;

namespace TicketExport.Core.Tests.Links;

public sealed class TicketLinksTests : IAsyncDisposable
{
    private static readonly AuditStamp By = new("kim", "Made by hand before the first export.");
    private readonly ExporterHarness _harness = new();

    private ITicketLinks Links => _harness.Services.GetRequiredService<ITicketLinks>();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Fact]
    public async Task After_an_unlink_the_next_export_creates_a_second_ticket_and_before_it_none()
    {
        var first = await _harness.ExportAsync();
        Assert.Equal(ExportOutcome.AlreadyExported, (await _harness.ExportAsync()).Outcome);

        var unlinked = await Links.UnlinkAsync("acme", first.ExportId!, By);
        var second = await _harness.ExportAsync();

        Assert.Equal(LinkOutcome.Unlinked, unlinked.Outcome);
        Assert.Equal(ExportOutcome.Created, second.Outcome);
        Assert.NotEqual(first.ExportId, second.ExportId);
        Assert.Equal(first.Ticket, (await _harness.StoredAsync(first)).Ticket);
        Assert.Equal(ExportOutcome.AlreadyExported, (await _harness.ExportAsync()).Outcome);
        Assert.Equal(second.ExportId, (await _harness.ExportAsync()).ExportId);
    }

    [Fact]
    public async Task A_source_linked_before_its_first_export_gets_no_ticket()
    {
        var linked = await Links.LinkExistingAsync(LinkOf(Documents.RequestFor("board").Document.Source), By);

        var result = await _harness.ExportAsync();

        Assert.Equal((ExportOutcome.AlreadyExported, "T-1"), (result.Outcome, result.Ticket!.ProviderTicketId));
        Assert.Equal(linked.Export!.ExportId, result.ExportId);
    }

    [Fact]
    public async Task A_relinked_source_is_answered_with_the_other_ticket()
    {
        var first = await _harness.ExportAsync();

        await Links.RelinkAsync("acme", first.ExportId!, new TicketReference { ProviderTicketId = "moved" }, By);

        Assert.Equal("moved", (await _harness.ExportAsync()).Ticket!.ProviderTicketId);
    }

    [Fact]
    public async Task An_import_answers_every_row_in_order_and_a_bad_row_stops_nothing()
    {
        var results = await ImportAsync(
            LinkOf("1"),
            LinkOf("1"),
            LinkOf("1") with { Ticket = new TicketReference { ProviderTicketId = "T-2" } },
            LinkOf("2") with { TargetId = "nowhere" },
            LinkOf("3") with { Ticket = new TicketReference { ProviderTicketId = " " } },
            LinkOf("4") with { ReportId = "a\0b" },
            LinkOf("5"));

        Assert.Equal(
            [LinkOutcome.Linked, LinkOutcome.AlreadyLinked, LinkOutcome.Conflict, LinkOutcome.Invalid, LinkOutcome.Invalid, LinkOutcome.Invalid, LinkOutcome.Linked],
            results.Select(result => result.Outcome));
        Assert.Equal(Enumerable.Range(1, 7).Select(n => (long)n), results.Select(result => result.Row));
        Assert.Contains("no target 'nowhere'", results[3].Message, StringComparison.Ordinal);
        Assert.Equal(results[0].Export!.ExportId, results[2].Export!.ExportId);
        var audit = await _harness.Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default);
        Assert.Equal([AuditAction.Imported, AuditAction.Imported], audit.Items.Select(row => row.Action));
    }

    [Fact]
    public async Task An_import_of_many_rows_can_be_run_again()
    {
        var rows = Enumerable.Range(0, 1_234).Select(n => LinkOf($"{n}")).ToArray();

        Assert.All(await ImportAsync(rows), result => Assert.Equal(LinkOutcome.Linked, result.Outcome));
        Assert.All(await ImportAsync(rows), result => Assert.Equal(LinkOutcome.AlreadyLinked, result.Outcome));
    }

    [Fact]
    public Task An_import_without_a_reason_is_refused_before_the_first_row() =>
        Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in Links.ImportLinksAsync(new[] { LinkOf("1") }.ToAsyncEnumerable(), new AuditStamp("kim", "")))
            {
            }
        });

    private async Task<LinkImportResult[]> ImportAsync(params LinkImport[] rows) =>
        await Links.ImportLinksAsync(rows.ToAsyncEnumerable(), By).ToArrayAsync();

    private static LinkImport LinkOf(TicketSource source) => LinkOf(source.RecordId) with
    {
        Source = new SourceKey(source.Type, source.RecordId),
        SourceFingerprint = source.Fingerprint,
    };

    private static LinkImport LinkOf(string recordId) => new()
    {
        Account = new AccountScope { Id = "acme" },
        Source = new SourceKey("report_issue", recordId),
        SourceFingerprint = "f",
        TargetId = "board",
        Ticket = new TicketReference { ProviderTicketId = "T-1" },
    };
}
