using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

/// <summary>What is only read: the preview before a file, and the file afterwards.</summary>
internal sealed class FallbackViews(FallbackJudge judge, IPortableFileStore store, IRedactionGateSource gates, TimeProvider time)
{
    public async Task<PortablePreview> PreviewAsync(PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        var judged = await judge.JudgeAsync(request, cancellationToken).ConfigureAwait(false);
        if (judged is not { Export: { } export, Format: { } choice })
        {
            return PreviewRules.Of(request, judged, null, time.GetUtcNow());
        }

        judged = await judge.WithDocumentAsync(judged, FallbackStoredFile.NameOf(export, choice.Format), cancellationToken).ConfigureAwait(false);
        if (judged.Document is not { } document)
        {
            return PreviewRules.Of(request, judged, null, time.GetUtcNow());
        }

        var gate = await gates.GetAsync(export.Account.Id, cancellationToken).ConfigureAwait(false);
        return PreviewRules.Of(request, judged, gate.Inspect(document), time.GetUtcNow());
    }

    public async Task<PortableDownload> OpenReadAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        var export = await judge.FindAsync(accountId, exportId, cancellationToken).ConfigureAwait(false);
        if (DownloadRules.Refusal(export) is { } refusal)
        {
            return refusal;
        }

        try
        {
            var content = await store.OpenReadAsync(export!.PortablePath!, cancellationToken).ConfigureAwait(false);
            return content is null ? DownloadRules.FileMissing(export) : DownloadRules.Opened(export, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TicketExportException(
                $"{ExportCodes.PortableExportFailed}: the file of the export cannot be read ({exception.GetType().Name}). Check the rights of the folder in TicketExport:Portable:Folder.",
                exception)
            {
                Code = ExportCodes.PortableExportFailed,
            };
        }
    }
}
