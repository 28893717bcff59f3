using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Decisions;
using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>The fallback: judge, write the file, park the export. In this order, so that an export is never parked without its file.</summary>
internal sealed class PortableFallback(
    IExportLedgerQueries queries,
    ITicketDecisions decisions,
    PortableExporter exporter,
    IOptionsMonitor<TicketExportOptions> options,
    TimeProvider time) : IPortableFallback
{
    public Task<PortableFallbackResult> CreateFileAsync(PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(request);
        return CreateAsync(request, export => new FallbackFolderFile(exporter, export.IdempotencyKey.Value), cancellationToken);
    }

    public Task<PortableFallbackResult> CreateAsync(
        PortableFallbackRequest request, Stream target, string storageKey, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(request);
        ArgumentNullException.ThrowIfNull(target);
        StorageKey.ThrowIfUnusable(storageKey);
        return CreateAsync(request, _ => new FallbackStreamFile(exporter, target, storageKey), cancellationToken);
    }

    private async Task<PortableFallbackResult> CreateAsync(
        PortableFallbackRequest request, Func<ExportRecord, FallbackFile> fileOf, CancellationToken cancellationToken)
    {
        var (export, refusal) = await JudgeAsync(request, cancellationToken).ConfigureAwait(false);
        if (export is null || refusal is not null)
        {
            return FallbackResults.Refused(refusal ?? PortableFallbackOutcome.ExportMissing, export);
        }

        var file = fileOf(export);
        var format = request.Format ?? PortableFormats.BestFor(export.ProviderKey);
        if (export.Status == ExportStatus.Portable && export.PortablePath != file.PathOf(format))
        {
            return FallbackResults.Refused(PortableFallbackOutcome.AlreadyPortable, export);
        }

        return await ReadAsync(export, cancellationToken).ConfigureAwait(false) is { } document
            ? await WriteAsync(request, FallbackTickets.Of(export, document), (file, format, export), cancellationToken).ConfigureAwait(false)
            : FallbackResults.Refused(PortableFallbackOutcome.DocumentMissing, export);
    }

    private async Task<PortableFallbackResult> WriteAsync(
        PortableFallbackRequest request,
        PortableTicket ticket,
        (FallbackFile File, PortableFormat Format, ExportRecord Export) place,
        CancellationToken cancellationToken)
    {
        PortableFile written;
        try
        {
            written = await place.File.WriteAsync(place.Format, ticket, cancellationToken).ConfigureAwait(false);
        }
        catch (TicketExportException exception) when (exception.Code is ExportCodes.PortableExportFailed or ExportCodes.UnsafeContent)
        {
            return FallbackResults.NotWritten(exception, place.Export);
        }

        return place.Export.Status == ExportStatus.Portable
            ? FallbackResults.Created(written, place.Export)
            : await ParkAsync(request, place.File, written).ConfigureAwait(false);
    }

    // Not cancelled any more: the file stands, and an export that goes on beside its file would end in two tickets.
    private async Task<PortableFallbackResult> ParkAsync(PortableFallbackRequest request, FallbackFile file, PortableFile written)
    {
        var by = request.Override ?? request.By;
        var decision = await decisions
            .ParkAsFileAsync(request.AccountId, request.ExportId, written.RelativePath, by, CancellationToken.None)
            .ConfigureAwait(false);
        if (decision is { Outcome: DecisionOutcome.Done, Export: { } parked })
        {
            return FallbackResults.Created(written, parked);
        }

        var (export, refusal) = await JudgeAsync(request, CancellationToken.None).ConfigureAwait(false);
        if (export is { Status: ExportStatus.Portable } && export.PortablePath == written.RelativePath)
        {
            return FallbackResults.Created(written, export);
        }

        file.Discard(written);
        return FallbackResults.Refused(refusal ?? PortableFallbackOutcome.AtWork, export);
    }

    private async Task<(ExportRecord? Export, PortableFallbackOutcome? Refusal)> JudgeAsync(
        PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        var export = await queries.FindExportAsync(request.AccountId, request.ExportId, cancellationToken).ConfigureAwait(false);
        if (export is null)
        {
            return (null, PortableFallbackOutcome.ExportMissing);
        }

        var isEligible = FallbackRules.IsEligible(export, options.CurrentValue, time.GetUtcNow());
        return (export, FallbackEligibility.Refusal(export, request.Override is not null, isEligible));
    }

    private async Task<TicketExportDocument?> ReadAsync(ExportRecord export, CancellationToken cancellationToken)
    {
        var json = await queries.ReadDocumentAsync(export.Account.Id, export.ExportId, cancellationToken).ConfigureAwait(false);
        return json is { } bytes && TicketExportJson.ReadDocument(bytes.Span) is { IsValid: true } read ? read.Value : null;
    }

    private static void ThrowIfUnusable(PortableFallbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Format is { } format && (format == PortableFormat.Unknown || !Enum.IsDefined(format)))
        {
            throw new ArgumentOutOfRangeException(nameof(request), format, "A portable file is CSV, Markdown or JSON. Set Format to one of them, or leave it out.");
        }
    }
}
