using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>One row of the ledger: this source to this target, with its status and next step.</summary>
public sealed record ExportRecord
{
    /// <summary>The export's id (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>The account and project.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The source.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The report that the source belongs to, if any.</summary>
    public string? ReportId { get; init; }

    /// <summary>The target.</summary>
    public required string TargetId { get; init; }

    /// <summary>The target's provider key, as configured.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The source's fingerprint.</summary>
    public required DuplicateFingerprint Fingerprint { get; init; }

    /// <summary>The key that all tries share.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>1 for the first ticket of the guard key, one more after each unlink.</summary>
    public required int Generation { get; init; }

    /// <summary>The status.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>The newest fencing token.</summary>
    public required long FencingToken { get; init; }

    /// <summary>How many attempts were begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether the newest attempt may have created a ticket that is not known yet.</summary>
    public bool HasOpenAttempt { get; init; }

    /// <summary>When the export was approved last, or first asked for: the retry budget counts from then.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>How many attempts since <see cref="ApprovedAt"/> proved to have created nothing; rate limits are counted apart.</summary>
    public int FailedTries { get; init; }

    /// <summary>How many attempts since <see cref="ApprovedAt"/> met too many requests.</summary>
    public int RateLimits { get; init; }

    /// <summary>Whether the target's required fields had values when the export was last prepared.</summary>
    public MappingStatus MappingStatus { get; init; } = MappingStatus.Unchecked;

    /// <summary>When the next try or look-up is due; <see langword="null"/> when none is planned.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the last try brought no ticket.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>The ticket, once it is known.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>The tie to the ticket.</summary>
    public LinkState Link { get; init; }

    /// <summary>When the ticket was linked.</summary>
    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>Where the export's file is, as the host named it (<c>portable_export_path</c>), once it was handed over as a file.</summary>
    public string? PortablePath { get; init; }

    /// <summary>The format of that file (<c>portable_export_format</c>); <see langword="null"/> where it was not told.</summary>
    public string? PortableFormat { get; init; }

    /// <summary>Why the file has that format, as one word; <see langword="null"/> where it was not told.</summary>
    public string? PortableFormatReason { get; init; }

    /// <summary>Why a file took the place of the ticket; <see cref="FallbackReason.None"/> where none did, or it was not told.</summary>
    public FallbackReason PortableReason { get; init; }

    /// <summary>
    /// Why the last try to hand the export over as a file made none: code <see cref="ExportCodes.PortableExportFailed"/>. Ends with the next
    /// file and with the next approval.
    /// </summary>
    public ExportFailure? PortableFailure { get; init; }

    /// <summary>When the export was first asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the row last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
