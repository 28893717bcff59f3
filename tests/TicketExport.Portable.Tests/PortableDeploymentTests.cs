using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Review;

namespace TicketExport.Portable;

/// <summary>Preview, file and download over a ledger on disk, in every way a host is run.</summary>
public sealed class PortableDeploymentTests : IDisposable
{
    private static readonly AuditStamp Ann = new("ann", "The token is revoked and nobody can renew it.");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("deployment");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(DeploymentMode.Cloud)]
    [InlineData(DeploymentMode.SelfHosted)]
    [Trait("Behaviour", "S143")]
    [Trait("Behaviour", "S154")]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S186")]
    public async Task A_file_takes_the_place_of_a_ticket_in_every_deployment_mode(DeploymentMode mode)
    {
        await using var services = Services(mode, Path.Combine(_folder.FullName, "files"));
        var export = await ExportAsync(services);
        var fallback = services.GetRequiredService<IPortableFallback>();
        var request = new PortableFallbackRequest { AccountId = "456", ExportId = export.ExportId!, By = Ann };

        var preview = await fallback.PreviewAsync(request);
        var made = await fallback.CreateFileAsync(request);
        await using var download = await fallback.OpenReadAsync("456", export.ExportId!);

        var stored = (await services.GetRequiredService<IExportLedgerQueries>().FindExportAsync("456", export.ExportId!, default))!;
        Assert.True(preview.IsReady, preview.Message);
        Assert.Equal((PortableFallbackOutcome.Created, PortableDownloadOutcome.Opened), (made.Outcome, download.Outcome));
        Assert.Equal(
            (made.File!.RelativePath, "markdown", "single_finding", preview.Reason),
            (stored.PortablePath, stored.PortableFormat, stored.PortableFormatReason, stored.PortableReason));
        Assert.Equal((export.Fingerprint, export.IdempotencyKey), (stored.Fingerprint, stored.IdempotencyKey));
        Assert.Equal((stored.Source.Type, stored.Source.Id), (preview.SourceType, preview.SourceId));
    }

    [Fact]
    [Trait("Behaviour", "S58")]
    [Trait("Behaviour", "S105")]
    [Trait("Behaviour", "S126")]
    public async Task A_file_that_fails_is_on_the_export_in_its_review_and_in_the_audit()
    {
        var occupied = Path.Combine(_folder.FullName, "occupied");
        await File.WriteAllTextAsync(occupied, "");
        await using var services = Services(DeploymentMode.SelfHosted, Path.Combine(occupied, "below"));
        var export = await ExportAsync(services);
        var before = await FindAsync(services, export);

        var made = await services.GetRequiredService<IPortableFallback>().CreateFileAsync(new() { AccountId = "456", ExportId = export.ExportId!, By = Ann });

        var stored = await FindAsync(services, export);
        Assert.Equal((PortableFallbackOutcome.FileFailed, ExportCodes.PortableExportFailed), (made.Outcome, stored.PortableFailure!.Code));
        Assert.DoesNotContain(_folder.FullName, stored.PortableFailure.Message, StringComparison.Ordinal);
        Assert.Equal((before.Status, before.RetryAt, before.FencingToken), (stored.Status, stored.RetryAt, stored.FencingToken));
        var review = await services.GetRequiredService<ITicketReviews>().ReviewAsync(new() { Export = Request(), MayAskTracker = false });
        Assert.Equal((false, ReviewVerdict.StillBlocked), (review.Item(ReadinessKey.PortablePathUsable).IsMet, review.Verdict));
        Assert.Equal(AttemptVerdict.PortableFailure, review.Exports[^1].Attempts[^1].Verdict);
        var audit = await services.GetRequiredService<IExportLedgerQueries>().ListAuditAsync(new AuditFilter { AccountId = "456" }, new PageRequest(), default);
        Assert.Equal((AuditAction.FileFailed, Ann), (audit.Items[0].Action, audit.Items[0].By));
    }

    private ServiceProvider Services(DeploymentMode mode, string folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(new RefusingProvider());
        services.Configure<TicketExportOptions>(options => options.DeploymentMode = mode);
        services.AddTicketExport()
            .UseSqlite($"Data Source={Path.Combine(_folder.FullName, "ledger.db")}")
            .AddPortable(options => options.Folder = folder)
            .AddTarget("acme", static target =>
            {
                target.Provider = "refusing";
                target.OwnershipConfirmed = true;
            });
        return services.BuildServiceProvider();
    }

    private static ExportRequest Request()
    {
        var ticket = PortableTickets.One();
        return new() { Account = ticket.Account, TargetId = "acme", Document = ticket.Document };
    }

    private static Task<ExportResult> ExportAsync(ServiceProvider services) => services.GetRequiredService<ITicketExporter>().ExportAsync(Request());

    private static async Task<ExportRecord> FindAsync(ServiceProvider services, ExportResult export) =>
        (await services.GetRequiredService<IExportLedgerQueries>().FindExportAsync("456", export.ExportId!, default))!;
}
