using Microsoft.Extensions.DependencyInjection;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Providers;
using TicketExport.Worker;

namespace TicketExport.Portable;

/// <summary>The fallback over a real ledger and the export pipeline.</summary>
public sealed class PortableFallbackLedgerTests : IDisposable
{
    private static readonly AuditStamp Ann = new("ann", "The token is revoked and nobody can renew it.");

    private readonly RefusingProvider _provider = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fallback");
    private readonly ServiceProvider _services;

    public PortableFallbackLedgerTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(_provider);
        services.AddTicketExport().AddPortable(options => options.Folder = _folder.FullName).AddTarget("acme", static target =>
        {
            target.Provider = "refusing";
            target.OwnershipConfirmed = true;
        });
        _services = services.BuildServiceProvider();
    }

    private IExportLedgerQueries Queries => _services.GetRequiredService<IExportLedgerQueries>();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Behaviour", "S31")]
    [Trait("Behaviour", "S107")]
    [Trait("Behaviour", "S108")]
    [Trait("Behaviour", "S137")]
    public async Task An_export_of_a_revoked_target_is_parked_with_a_file_and_sent_no_more_until_it_is_approved()
    {
        var export = await ExportAsync();

        var result = await FallbackAsync(export);
        var sent = await _services.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(10);

        var stored = (await Queries.FindExportAsync("456", export.ExportId!, default))!;
        Assert.Equal((ExportStatus.Portable, result.File!.RelativePath, null), (stored.Status, stored.PortablePath, stored.RetryAt));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, stored.PortablePath!)));
        Assert.Equal((0, 1), (sent.Taken, _provider.Creates));
        Assert.Equal((export.IdempotencyKey, export.Fingerprint), (stored.IdempotencyKey, stored.Fingerprint));
        var audit = Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "456" }, new PageRequest(), default)).Items);
        Assert.Equal((AuditAction.ParkedAsFile, Ann), (audit.Action, audit.By));

        _provider.IsRenewed = true;
        await _services.GetRequiredService<ITicketDecisions>().ApproveAsync("456", export.ExportId!, Ann);
        Assert.Equal(1, (await _services.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(10)).Created);
    }

    [Fact]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S174")]
    [Trait("Behaviour", "S175")]
    [Trait("Behaviour", "S176")]
    [Trait("Behaviour", "S177")]
    [Trait("Fault", "F194")]
    public async Task A_source_moves_from_its_file_to_one_native_ticket_and_never_to_two()
    {
        var export = await ExportAsync();
        var made = await FallbackAsync(export);
        await using (var download = await _services.GetRequiredService<IPortableFallback>().OpenReadAsync("456", export.ExportId!))
        {
            Assert.True(download.IsOpen);
        }

        var filed = (await Queries.FindExportAsync("456", export.ExportId!, default))!;
        Assert.Equal((made.Export, 1, null), (filed, _provider.Creates, filed.Ticket));

        _provider.IsRenewed = true;
        var native = await ExportAsync();
        var again = await ExportAsync();

        Assert.Equal((export.ExportId, export.Fingerprint, export.IdempotencyKey), (native.ExportId, native.Fingerprint, native.IdempotencyKey));
        Assert.Equal((ExportOutcome.Created, ExportOutcome.AlreadyExported, 2), (native.Outcome, again.Outcome, _provider.Creates));
        Assert.Single(await Queries.ListBySourceAsync("456", filed.Source, default));
        Assert.Equal(PortableFallbackOutcome.TicketExists, (await FallbackAsync(export)).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S178")]
    public async Task A_ticket_that_the_customer_made_of_the_file_blocks_a_native_export()
    {
        var export = await ExportAsync();
        await FallbackAsync(export);
        var ticket = PortableTickets.One();
        await _services.GetRequiredService<ITicketLinks>().LinkExistingAsync(
            new LinkImport { Account = ticket.Account, TargetId = "acme", Source = new SourceKey("report_issue", "42"), SourceFingerprint = "shop-42", Ticket = new TicketReference { ProviderTicketId = "10042" } },
            Ann);

        _provider.IsRenewed = true;
        var native = await ExportAsync();

        Assert.Equal((ExportOutcome.AlreadyExported, "10042", 1), (native.Outcome, native.Ticket!.ProviderTicketId, _provider.Creates));
    }

    [Fact]
    [Trait("Behaviour", "S30")]
    public async Task A_linked_export_keeps_its_ticket_and_gets_no_file()
    {
        _provider.IsRenewed = true;
        var export = await ExportAsync();

        var result = await FallbackAsync(export);

        Assert.Equal(PortableFallbackOutcome.TicketExists, result.Outcome);
        Assert.Equal(ExportStatus.Exported, (await Queries.FindExportAsync("456", export.ExportId!, default))!.Status);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_repeated_call_gives_the_same_file_and_one_audit_row()
    {
        var export = await ExportAsync();

        var first = await FallbackAsync(export);
        var second = await FallbackAsync(export);

        Assert.Equal(first.File, second.File);
        Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "456" }, new PageRequest(), default)).Items);
    }

    private Task<ExportResult> ExportAsync()
    {
        var ticket = PortableTickets.One();
        return _services.GetRequiredService<ITicketExporter>().ExportAsync(new() { Account = ticket.Account, TargetId = "acme", Document = ticket.Document });
    }

    private Task<PortableFallbackResult> FallbackAsync(ExportResult export) => _services.GetRequiredService<IPortableFallback>()
        .CreateFileAsync(new() { AccountId = "456", ExportId = export.ExportId!, By = Ann });
}
