using TicketExport.Contract;
using TicketExport.Pipeline;
using TicketExport.Redaction;

namespace TicketExport.Review;

/// <summary>Judges the document of a review: by the contract, and by the account's redaction gate.</summary>
internal sealed class DocumentReader(IRedactionGateSource gates)
{
    public async Task<DocumentFacts> ReadAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var violations = AccountScopeValidator.Validate(request.Account).AddRange(TicketExportDocumentValidator.Validate(request.Document));
        if (!violations.IsEmpty)
        {
            return new DocumentFacts { Document = request.Document, Violations = violations };
        }

        var gate = await gates.GetAsync(request.Account.Id, cancellationToken).ConfigureAwait(false);
        var verdict = gate.Inspect(request.Document);
        return verdict.Document is { } safe
            ? new DocumentFacts { Document = safe }
            : new DocumentFacts { Document = request.Document, Refusal = FailureMap.ContentUnsafe(verdict.Findings) };
    }
}
