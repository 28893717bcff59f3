using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Portable;

/// <summary>One ticket of a portable file: the document with the keys that recognise it when it comes back.</summary>
public sealed record PortableTicket
{
    /// <summary>The provider-neutral ticket.</summary>
    public required TicketExportDocument Document { get; init; }

    /// <summary>The account that the source belongs to.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>What "the same finding" means; a later export of the source has the same.</summary>
    public required DuplicateFingerprint DuplicateFingerprint { get; init; }

    /// <summary>The key of the export that this file stands in for.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>Where that export stands now; <see cref="TicketExportDocument.ExportStatus"/> is where it stood when the document was built.</summary>
    public required ExportStatus ExportStatus { get; init; }

    /// <summary>The target of that export; <see langword="null"/> when there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>When that export is tried again; <see langword="null"/> when it is not.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
