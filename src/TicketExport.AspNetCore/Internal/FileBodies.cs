using TicketExport.AspNetCore.Protocol;
using TicketExport.Decisions;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Writes files and their previews as bodies. Pure.</summary>
internal static class FileBodies
{
    public static FileBody Of(string exportId, TicketFileResult result) => new()
    {
        ExportId = exportId,
        Format = result.Format,
        Path = result.Path,
        TicketCount = result.TicketCount,
        SizeBytes = result.SizeBytes,
        Sha256 = result.Sha256,
    };

    public static FilePreviewBody Of(ExportRecord export, TicketFilePreview preview) => new()
    {
        ExportId = export.ExportId,
        SourceType = export.Source.Type,
        SourceId = export.Source.Id,
        ExportStatus = export.Status,
        DuplicateFingerprint = export.Fingerprint.Value,
        IdempotencyKey = export.IdempotencyKey.Value,
        IsReady = preview.IsReady,
        Format = preview.Format,
        FormatReason = preview.FormatReason,
        Reason = preview.Reason,
        ContractVersion = preview.ContractVersion,
        Title = preview.Title,
        Severity = preview.Severity,
        Priority = preview.Priority,
        AffectedUrl = preview.AffectedUrl,
        Labels = preview.Labels,
        AcceptanceCriteria = preview.AcceptanceCriteria,
        EvidenceLinks = preview.EvidenceLinks,
        Findings = Problems.FieldsOf(preview.Findings) ?? [],
        ImportNote = preview.ImportNote,
        Items = [.. preview.Items.Select(static item => new FileItemBody
        {
            Key = item.Key,
            IsMet = item.IsMet,
            Message = item.Message,
            Owner = item.Owner,
            NextStep = item.NextStep,
        })],
        Message = preview.Message,
        NextStep = preview.NextStep == NextStep.None ? null : preview.NextStep,
    };
}
