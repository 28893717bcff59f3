using System.Collections.Frozen;
using System.Text.Json;
using TicketExport.Contract;
using TicketExport.Decisions;

namespace TicketExport.Portable.Internal;

/// <summary>What the HTTP interface asks for, in the words of the wire.</summary>
internal sealed class PortableTicketFiles(IPortableFallback fallback) : ITicketFiles
{
    private static readonly FrozenDictionary<string, PortableFormat> Formats = Enum.GetValues<PortableFormat>()
        .Where(static format => format != PortableFormat.Unknown)
        .ToFrozenDictionary(static format => WordOf(format), StringComparer.Ordinal);

    public async Task<TicketFilePreview> PreviewAsync(TicketFileRequest request, CancellationToken cancellationToken = default)
    {
        var preview = await fallback.PreviewAsync(ToFallback(request), cancellationToken).ConfigureAwait(false);
        return WithFields(preview.Fields, new TicketFilePreview
        {
            IsReady = preview.IsReady,
            IsFound = preview.Refusal != PortableFallbackOutcome.ExportMissing,
            Format = preview.Format is { } choice ? WordOf(choice.Format) : null,
            FormatReason = preview.Format is { } chosen ? WordOf(chosen.Reason) : null,
            Reason = WordOf(preview.Reason),
            ContractVersion = preview.ContractVersion,
            Findings = [.. preview.Findings.Select(static finding => new ContractViolation(finding.Path, finding.RuleId, $"Holds what rule {finding.RuleId} catches."))],
            ImportNote = preview.ImportBoundary.Note,
            Items = [.. preview.Readiness.Select(static item => new TicketFileItem(WordOf(item.Key), item.IsMet, item.Message, item.Owner, item.NextStep))],
            Message = preview.Message,
            NextStep = preview.NextStep,
        });
    }

    public async Task<TicketFileResult> CreateAsync(TicketFileRequest request, CancellationToken cancellationToken = default)
    {
        var result = await fallback.CreateFileAsync(ToFallback(request), cancellationToken).ConfigureAwait(false);
        return new TicketFileResult
        {
            IsCreated = result.File is not null,
            Export = result.Export,
            Format = result.File is { } file ? WordOf(file.Format) : null,
            Path = result.File?.RelativePath,
            TicketCount = result.File?.TicketCount,
            SizeBytes = result.File?.SizeBytes,
            Sha256 = result.File?.Sha256,
            Refusal = result.File is null ? WordOf(result.Outcome) : null,
            Code = result.Code,
            Message = result.Message,
            NextStep = result.NextStep,
        };
    }

    public async Task<TicketFileContent?> OpenAsync(string accountId, string exportId, CancellationToken cancellationToken = default)
    {
        var download = await fallback.OpenReadAsync(accountId, exportId, cancellationToken).ConfigureAwait(false);
        return download.IsOpen ? new TicketFileContent(download.Content, download.MediaType, download.FileName) : null;
    }

    private static TicketFilePreview WithFields(PortableReviewFields? fields, TicketFilePreview preview) => fields is null ? preview : preview with
    {
        Title = fields.Title,
        Severity = WireWord.Of(fields.Severity),
        Priority = WireWord.Of(fields.Priority),
        AffectedUrl = fields.AffectedUrl,
        Labels = fields.Labels,
        AcceptanceCriteria = [.. fields.AcceptanceCriteria.Select(static criterion => criterion.Description)],
        EvidenceLinks = [.. fields.EvidenceLinks.Select(static link => link.Url)],
    };

    private static PortableFallbackRequest ToFallback(TicketFileRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            AccountId = request.AccountId,
            ExportId = request.ExportId,
            Format = FormatOf(request.Format),
            By = request.By,
            Override = request.IsOverride ? request.By : null,
        };
    }

    private static PortableFormat? FormatOf(string? word) => word switch
    {
        null => null,
        _ when Formats.TryGetValue(word, out var format) => format,
        _ => throw new ArgumentException($"There is no such format. Use one of {string.Join(", ", Formats.Keys.Order(StringComparer.Ordinal))}.", nameof(word)),
    };

    private static string WordOf<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
