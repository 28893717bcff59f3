using Microsoft.Extensions.DependencyInjection;
using TicketExport.Decisions;
using TicketExport.Ledger;
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
