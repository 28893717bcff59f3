using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.Portable.Internal;

/// <summary>Reads an export and says whether a file may take the place of its ticket.</summary>
internal sealed class FallbackJudge(IExportLedgerQueries queries, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    public async Task<FallbackCase> JudgeAsync(PortableFallbackRequest request, CancellationToken cancellationToken)
    {
        var export = await FindAsync(request.AccountId, request.ExportId, cancellationToken).ConfigureAwait(false);
        if (export is null)
        {
            return new() { Export = null, Refusal = PortableFallbackOutcome.ExportMissing };
        }

        var settings = options.CurrentValue;
        var isEligible = FallbackRules.IsEligible(export, settings, time.GetUtcNow());
        var refusal = FallbackEligibility.Refusal(export, request.Override is not null, isEligible);
        return new()
        {
            Export = export,
            Refusal = refusal,
            Reason = refusal is null ? FallbackEligibility.ReasonOf(export, settings, isEligible) : FallbackReason.None,
            Format = request.Format is { } format ? new(format, PortableFormatReason.Requested) : PortableFormats.Choose(export.ProviderKey),
        };
    }

    public Task<ExportRecord?> FindAsync(string accountId, string exportId, CancellationToken cancellationToken) =>
        queries.FindExportAsync(accountId, exportId, cancellationToken);

    /// <summary>The case with the document that the file would be made from, and refused where there is none or another file stands.</summary>
    public async Task<FallbackCase> WithDocumentAsync(FallbackCase judged, string path, CancellationToken cancellationToken)
    {
        if (judged is not { Export: { } export })
        {
            return judged;
        }

        var document = await ReadAsync(export, cancellationToken).ConfigureAwait(false);
        var refusal = export.Status == ExportStatus.Portable && export.PortablePath != path ? PortableFallbackOutcome.AlreadyPortable
            : document is null ? PortableFallbackOutcome.DocumentMissing
            : (PortableFallbackOutcome?)null;
        return judged with { Document = document, Refusal = judged.Refusal ?? refusal };
    }

    private async Task<TicketExportDocument?> ReadAsync(ExportRecord export, CancellationToken cancellationToken)
    {
        var json = await queries.ReadDocumentAsync(export.Account.Id, export.ExportId, cancellationToken).ConfigureAwait(false);
        return json is { } bytes && TicketExportJson.ReadDocument(bytes.Span) is { IsValid: true } read ? read.Value : null;
    }
}
