using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Ledger;

/// <summary>An export that was stopped before anything left.</summary>
/// <remarks>An empty <see cref="ExportOrder.DocumentJson"/> means that the document must not be kept: a stored one is removed.</remarks>
public sealed record BlockRequest : ExportOrder
{
    /// <summary>Creates a request.</summary>
    public BlockRequest()
    {
    }

    [SetsRequiredMembers]
    internal BlockRequest(ExportOrder order, ExportFailure failure)
        : base(order) => Failure = failure;

    /// <summary>Why it was stopped.</summary>
    public required ExportFailure Failure { get; init; }
}
