using System.Collections.Immutable;
using TicketExport.Contract.Internal;

namespace TicketExport.Contract;

/// <summary>Names everything in a document that breaks the contract.</summary>
public static class TicketExportDocumentValidator
{
    /// <summary>Checks a document by the same rules that <see cref="TicketExportJson.ReadDocument"/> reads JSON by.</summary>
    /// <remarks>Run it before anything hashes, renders or sends the document: it names lone surrogates, which have no UTF-8 form.</remarks>
    /// <returns>Every broken field at once; empty when the document is good.</returns>
    public static ImmutableArray<ContractViolation> Validate(TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return ContractCheck.Validate(document, DocumentRules.Document, ContractJsonContext.Default.TicketExportDocument);
    }
}
