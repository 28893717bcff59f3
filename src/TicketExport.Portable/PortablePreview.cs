using System.Collections.Immutable;
using TicketExport.Identity;
using TicketExport.Redaction;
using TicketExport.Review;

namespace TicketExport.Portable;

/// <summary>All that must be seen before a file takes the place of a ticket, as of one moment. Nothing was made or changed.</summary>
public sealed record PortablePreview
{
    private readonly ImmutableArray<RedactionFinding> _findings = [];

    /// <summary>What a call of <see cref="IPortableFallback"/> would be refused for; <see langword="null"/> when it would make the file.</summary>
    public PortableFallbackOutcome? Refusal { get; init; }

    /// <summary>Whether the file would be made.</summary>
    public bool IsReady => Refusal is null;

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>The type of the source (<c>source_type</c>); <see langword="null"/> where there is no export, or where it is what must not leave.</summary>
    public string? SourceType { get; init; }

    /// <summary>The source's id (<c>source_id</c>); <see langword="null"/> as <see cref="SourceType"/>.</summary>
    public string? SourceId { get; init; }

    /// <summary>The target; <see langword="null"/> where there is no export.</summary>
    public string? TargetId { get; init; }

    /// <summary>Where the export stands now (<c>export_status</c>).</summary>
    public ExportStatus ExportStatus { get; init; }

    /// <summary>What "the same finding" means; a later export to a tracker has the same (<c>duplicate_fingerprint</c>).</summary>
    public DuplicateFingerprint? DuplicateFingerprint { get; init; }

    /// <summary>The key that the file shares with all native tries (<c>idempotency_key</c>).</summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The version of the document's contract; <see langword="null"/> where there is no readable document.</summary>
    public string? ContractVersion { get; init; }

    /// <summary>The format that the file would have (<c>portable_export_format</c>), and why; <see langword="null"/> where there is no export.</summary>
    public PortableFormatChoice? Format { get; init; }

    /// <summary>Why a file may take the place of the ticket; <see cref="FallbackReason.None"/> when it may not.</summary>
    public FallbackReason Reason { get; init; }

    /// <summary>What the file would hold; <see langword="null"/> without a document and where the redaction gate stops it.</summary>
    public PortableReviewFields? Fields { get; init; }

    /// <summary>Each field and rule of the redaction gate that hit, also those that would be masked. Never the text that was found.</summary>
    public ImmutableArray<RedactionFinding> Findings
    {
        get => _findings;
        init => _findings = value.IsDefault ? [] : value;
    }

    /// <summary>Whose the import is.</summary>
    public required PortableImportBoundary ImportBoundary { get; init; }

    /// <summary>The list of items, ready and blocked; each is in every preview.</summary>
    public required ImmutableArray<PortableReadinessItem> Readiness { get; init; }

    /// <summary>Why the last try to make a file for the export failed, if it did (<see cref="ExportCodes.PortableExportFailed"/>). Does not refuse another.</summary>
    public ExportFailure? LastFailure { get; init; }

    /// <summary>Why there would be no file and what to do; <see langword="null"/> when there would be one. Holds no secret and no payload.</summary>
    public string? Message { get; init; }

    /// <summary>The next safe step.</summary>
    public NextStep NextStep { get; init; }

    /// <summary>Gets an item of the list.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="key"/> is no item of the list.</exception>
    public PortableReadinessItem Item(PortableReadinessKey key) =>
        Readiness.FirstOrDefault(item => item.Key == key)
        ?? throw new ArgumentOutOfRangeException(nameof(key), key, "The list has no such item; use a value of PortableReadinessKey other than Unknown.");
}
