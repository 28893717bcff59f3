using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>One attempt of an earlier export, in one shape whatever became of it.</summary>
/// <remarks>Belongs to the finding's account. Holds no secret and no payload.</remarks>
public sealed record ReviewedAttempt
{
    /// <summary>The export (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>1 for the first try of the export.</summary>
    public required int Number { get; init; }

    /// <summary>What is known of the try.</summary>
    public required AttemptState State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over; <see langword="null"/> while it is sending.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The report (<c>report_id</c>); <see langword="null"/> for a source without one.</summary>
    public string? ReportId { get; init; }

    /// <summary>The target's provider key (<c>provider_key</c>).</summary>
    public required string ProviderKey { get; init; }

    /// <summary>Where the try left the export; for the newest one, where the export stands (<c>export_status</c>).</summary>
    public required ExportStatus ExportStatus { get; init; }

    /// <summary>What "the same finding" means (<c>duplicate_fingerprint</c>).</summary>
    public required DuplicateFingerprint Fingerprint { get; init; }

    /// <summary>The key that all tries of the export share (<c>idempotency_key</c>).</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>What went wrong.</summary>
    public required AttemptVerdict Verdict { get; init; }

    /// <summary>The failure, if there is one.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>The provider's own code (<c>provider_error_code</c>).</summary>
    public string? ProviderErrorCode => Failure?.ProviderErrorCode;

    /// <summary>The HTTP status (<c>provider_response_code</c>); <see langword="null"/> when no answer was received.</summary>
    public int? ProviderResponseCode => Failure?.ProviderResponseCode;

    /// <summary>Whether the required fields were mapped (<c>mapping_status</c>).</summary>
    public required MappingStatus MappingStatus { get; init; }

    /// <summary>Before when nothing is sent (<c>retry_after</c>); on the newest try alone.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>The file that was handed over instead (<c>portable_export_path</c>); on the newest try alone.</summary>
    public string? PortableExportPath { get; init; }

    /// <summary>The format of that file (<c>portable_export_format</c>), where it was told; on the newest try alone.</summary>
    public string? PortableExportFormat { get; init; }

    /// <summary>Why no file could be made after the try; on the newest try alone.</summary>
    public ExportFailure? PortableFailure { get; init; }

    /// <summary>The ticket's address (<c>external_ticket_url</c>), for the try that made the ticket.</summary>
    public Uri? ExternalTicketUrl { get; init; }

    /// <summary>How far the ticket's status can be relied on (<c>status_sync_status</c>); <see langword="null"/> without a ticket.</summary>
    public StatusSyncStatus? StatusSyncStatus { get; init; }

    /// <summary>Whether the try made a file eligible. Whether one is offered now is said by <see cref="TicketReview.Fallback"/>.</summary>
    public bool IsFallbackEligible { get; init; }
}
