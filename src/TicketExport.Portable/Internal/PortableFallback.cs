using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Decisions;
using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>The fallback: judge, write the file, park the export. In this order, so that an export is never parked without its file.</summary>
internal sealed partial class PortableFallback(
    FallbackJudge judge,
    ITicketDecisions decisions,
    PortableExporter exporter,
    FallbackViews views,
    ILoggerFactory? loggers = null) : IPortableFallback
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<PortableFallback>();

    public Task<PortablePreview> PreviewAsync(PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(request);
        return views.PreviewAsync(request, cancellationToken);
    }

    public Task<PortableDownload> OpenReadAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(exportId);
        return views.OpenReadAsync(accountId, exportId, cancellationToken);
    }

    public Task<PortableFallbackResult> CreateFileAsync(PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(request);
        return CreateAsync(request, export => new FallbackStoredFile(exporter, export), cancellationToken);
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
        var judged = await judge.JudgeAsync(request, cancellationToken).ConfigureAwait(false);
        if (judged is not { Export: { } export, Refusal: null })
        {
            return FallbackResults.Refused(judged.Refusal!.Value, judged.Export);
        }

        var file = fileOf(export);
        judged = await judge.WithDocumentAsync(judged, file.PathOf(judged.Format!.Format), cancellationToken).ConfigureAwait(false);
        return judged.Refusal is { } refusal
            ? FallbackResults.Refused(refusal, export)
            : await WriteAsync(request, judged, file, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PortableFallbackResult> WriteAsync(
        PortableFallbackRequest request, FallbackCase judged, FallbackFile file, CancellationToken cancellationToken)
    {
        var export = judged.Export!;
        PortableFile written;
        try
        {
            written = await file.WriteAsync(judged.Format!.Format, FallbackTickets.Of(export, judged.Document!), cancellationToken).ConfigureAwait(false);
        }
        catch (TicketExportException exception) when (exception.Code is ExportCodes.PortableExportFailed or ExportCodes.UnsafeContent)
        {
            return FallbackResults.NotWritten(exception, await NotedAsync(request, exception, export).ConfigureAwait(false));
        }

        return export.Status == ExportStatus.Portable
            ? FallbackResults.Created(written, judged, export)
            : await ParkAsync(request, judged, file, written).ConfigureAwait(false);
    }

    // Unsafe content is the document's fault and not the file's: an export to its target would be stopped for it as well.
    private async Task<ExportRecord> NotedAsync(PortableFallbackRequest request, TicketExportException exception, ExportRecord export)
    {
        if (exception.Code != ExportCodes.PortableExportFailed)
        {
            return export;
        }

        LogFileFailed(export.ExportId);
        var failure = FallbackResults.FailureOf(exception);
        var noted = await decisions.NoteFileFailureAsync(request.AccountId, request.ExportId, failure, ByOf(request), CancellationToken.None).ConfigureAwait(false);
        return noted.Export ?? export;
    }

    // Not cancelled any more: the file stands, and an export that goes on beside its file would end in two tickets.
    private async Task<PortableFallbackResult> ParkAsync(PortableFallbackRequest request, FallbackCase judged, FallbackFile file, PortableFile written)
    {
        var handover = FallbackResults.HandoverOf(written, judged);
        var decision = await decisions
            .ParkAsFileAsync(request.AccountId, request.ExportId, handover, ByOf(request), CancellationToken.None)
            .ConfigureAwait(false);
        if (decision is { Outcome: DecisionOutcome.Done, Export: { } parked })
        {
            LogHandedOver(parked.ExportId, handover.Format!, handover.Reason);
            return FallbackResults.Created(written, judged, parked);
        }

        var again = await judge.JudgeAsync(request, CancellationToken.None).ConfigureAwait(false);
        if (again.Export is { Status: ExportStatus.Portable } export && export.PortablePath == written.RelativePath)
        {
            return FallbackResults.Created(written, again with { Reason = export.PortableReason }, export);
        }

        await file.DiscardAsync(written).ConfigureAwait(false);
        return FallbackResults.Refused(again.Refusal ?? PortableFallbackOutcome.AtWork, again.Export);
    }

    private static AuditStamp ByOf(PortableFallbackRequest request) => request.Override ?? request.By;

    private static void ThrowIfUnusable(PortableFallbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Format is { } format && (format == PortableFormat.Unknown || !Enum.IsDefined(format)))
        {
            throw PortableFormats.Unknown(format);
        }
    }

    [LoggerMessage(EventId = 1110, Level = LogLevel.Information, Message = "Export {ExportId} is handed over as a file: {Format}, because {Reason}.")]
    private partial void LogHandedOver(string exportId, string format, Review.FallbackReason reason);

    [LoggerMessage(EventId = 1111, Level = LogLevel.Warning, Message = "The file in the place of export {ExportId} could not be made; the export is unchanged.")]
    private partial void LogFileFailed(string exportId);
}
