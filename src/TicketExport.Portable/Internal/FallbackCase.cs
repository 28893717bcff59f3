using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.Portable.Internal;

/// <summary>An export that somebody wants a file for, as it was read and judged.</summary>
internal sealed record FallbackCase
{
    public required ExportRecord? Export { get; init; }

    public PortableFallbackOutcome? Refusal { get; init; }

    public FallbackReason Reason { get; init; }

    public PortableFormatChoice? Format { get; init; }

    /// <summary>The document that the ledger keeps; <see langword="null"/> where it keeps no readable one, or none was looked for.</summary>
    public TicketExportDocument? Document { get; init; }
}
