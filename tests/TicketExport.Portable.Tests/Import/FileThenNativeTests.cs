using CsCheck;
using TicketExport.Contract;
using TicketExport.Decisions;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable.Import;

/// <summary>A file first, a native export later: one finding, one ticket.</summary>
public sealed class FileThenNativeTests : IDisposable
{
    private readonly ImportFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S176")]
    public void The_fingerprint_is_the_same_on_the_native_path_in_a_webhook_and_in_each_file() => AnyTicket.Any.Sample(
        ticket =>
        {
            var envelope = TicketExportJson.ReadEnvelope(TicketExportJson.ToUtf8Bytes(new WebhookEnvelope
            {
                Attempt = 1,
                IdempotencyKey = ticket.IdempotencyKey.Value,
                ReplayProtection = new() { Nonce = "n-1", Timestamp = "1772366400", SignatureHeader = "X-Signature" },
                Target = new() { Id = "acme", ProviderKey = "webhook" },
                Account = ticket.Account,
                TicketExport = ticket.Document,
                RenderedBody = new() { Format = "markdown", Body = "x", Sections = [] },
            })).Value!;
            var files = new[] { PortableFormat.Csv, PortableFormat.Json, PortableFormat.JsonLines, PortableFormat.Markdown }.Select(format => Read(format, ticket));

            Assert.Equal(ticket.DuplicateFingerprint, DuplicateFingerprint.Compute(envelope.Account, envelope.TicketExport.Source));
            Assert.All(files, back => Assert.Equal(ticket.DuplicateFingerprint, DuplicateFingerprint.Compute(back.Account, back.Document.Source)));
            Assert.All(files, back => Assert.Equal((ticket.DuplicateFingerprint, ticket.IdempotencyKey), (back.DuplicateFingerprint, back.IdempotencyKey)));
        },
        iter: 40,
        threads: 1);

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.Markdown)]
    [Trait("Behaviour", "S174")]
    [Trait("Behaviour", "S175")]
    [Trait("Behaviour", "S176")]
    [Trait("Behaviour", "S177")]
    [Trait("Fault", "F194")]
    public async Task A_file_that_was_read_back_and_exported_natively_makes_one_ticket(PortableFormat format)
    {
        var ticket = PortableTickets.One();
        var file = await _fixture.WriteAsync(format, ticket);
        Assert.Empty(await _fixture.Get<IExportLedgerQueries>().ListBySourceAsync("456", new(ticket.Document.Source.Type, ticket.Document.Source.RecordId), default));

        var first = await _fixture.ExportAsync(Read(file));
        var second = await _fixture.ExportAsync(ticket);

        Assert.Equal((ExportOutcome.Created, ExportOutcome.AlreadyExported), (first.Outcome, second.Outcome));
        Assert.Equal((ticket.DuplicateFingerprint, ticket.IdempotencyKey), (first.Fingerprint, first.IdempotencyKey));
        Assert.Equal(first.Ticket, second.Ticket);
        Assert.Single(await _fixture.Get<IExportLedgerQueries>().ListBySourceAsync("456", new(ticket.Document.Source.Type, ticket.Document.Source.RecordId), default));
    }

    [Fact]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S177")]
    [Trait("Behaviour", "S178")]
    public async Task An_export_that_was_parked_as_a_file_takes_the_imported_ticket()
    {
        var parked = await ParkAsync(PortableTickets.One());
        var before = (await _fixture.Get<IExportLedgerQueries>().FindExportAsync("456", parked.ExportId, default))!;

        var result = Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(ImportFixture.FilledIn(
            await _fixture.WriteAsync(PortableFormat.Csv, PortableTickets.One()), ("10007", "SHOP-7", "")))));
        var again = await _fixture.ExportAsync(PortableTickets.One());

        Assert.Equal((ExportStatus.Portable, PortableLinkOutcome.Linked), (before.Status, result.Outcome));
        Assert.Equal((before.ExportId, before.Fingerprint, before.IdempotencyKey), (result.Export!.ExportId, result.Export.Fingerprint, result.Export.IdempotencyKey));
        Assert.Equal((ExportOutcome.AlreadyExported, "10007"), (again.Outcome, again.Ticket!.ProviderTicketId));
    }

    [Fact]
    [Trait("Behaviour", "S177")]
    [Trait("Behaviour", "S179")]
    public async Task A_parked_source_can_go_to_a_target_that_was_connected_later_and_makes_one_ticket()
    {
        await ParkAsync(PortableTickets.One());

        var ticket = PortableTickets.One();
        var created = await _fixture.Get<ITicketExporter>().ExportAsync(new() { Account = ticket.Account, TargetId = "other", Document = ticket.Document });
        var late = Assert.Single(await _fixture.ImportAsync(ImportFixture.Save(ImportFixture.FilledIn(await _fixture.WriteAsync(PortableFormat.Csv, ticket), ("10007", "", "")))));

        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Assert.Equal((PortableLinkOutcome.Conflict, created.ExportId), (late.Outcome, late.Export!.ExportId));
    }

    private async Task<ExportRecord> ParkAsync(PortableTicket ticket)
    {
        var queued = await _fixture.Get<ITicketExporter>().EnqueueAsync(new() { Account = ticket.Account, TargetId = "acme", Document = ticket.Document });
        return (await _fixture.Get<ITicketDecisions>().ParkAsFileAsync("456", queued.ExportId!, new PortableHandover { Path = "ticket.csv", Format = "csv" }, ImportFixture.Ann)).Export!;
    }

    private PortableTicket Read(PortableFormat format, PortableTicket ticket) => Read(_fixture.WriteAsync(format, ticket).GetAwaiter().GetResult());

    private static PortableTicket Read(byte[] file)
    {
        var results = new PortableReader().ReadAsync(new MemoryStream(file), null, default).ToBlockingEnumerable().ToArray();
        Assert.True(results[0].IsValid, string.Join("; ", results[0].Problems));
        return Assert.Single(results).Ticket!;
    }
}
