using TicketExport.Identity;

namespace TicketExport;

/// <summary>How one export stands after a call.</summary>
public sealed record ExportResult
{
    /// <summary>What the call came to.</summary>
    public required ExportOutcome Outcome { get; init; }

    /// <summary>The export's status in the ledger.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>
    /// The export's id (<c>ticket_export_id</c>); <see langword="null"/> when the request was refused before source and target were known,
    /// or while another export of the source stands in the way.
    /// </summary>
    public string? ExportId { get; init; }

    /// <summary>The target that holds or will hold the ticket; another one than asked for when the source is exported there.</summary>
    public required string TargetId { get; init; }

    /// <summary>The source's fingerprint; <see langword="null"/> when the document was too broken to have one.</summary>
    public DuplicateFingerprint? Fingerprint { get; init; }

    /// <summary>The key that all tries of this export share; <see langword="null"/> where <see cref="ExportId"/> is.</summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The ticket, once it is known.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>When the next try or the next look-up is due.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>How many tries have been started for this export.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a file may take the place of the ticket now; see <see cref="Decisions.FallbackRules"/>.</summary>
    public bool IsFallbackEligible { get; init; }

    /// <summary>Why there is no ticket, and what to do next; also set on <see cref="ExportOutcome.AlreadyExported"/>.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Whether a ticket exists and is linked.</summary>
    public bool HasTicket => Ticket is not null;
}
