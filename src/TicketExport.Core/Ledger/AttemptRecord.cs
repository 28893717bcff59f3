namespace TicketExport.Ledger;

/// <summary>One try of an export; kept for ever.</summary>
public sealed record AttemptRecord
{
    /// <summary>The export (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>1 for the first try.</summary>
    public required int Number { get; init; }

    /// <summary>What is known of it.</summary>
    public required AttemptState State { get; init; }

    /// <summary>The fencing token under which it began.</summary>
    public required long FencingToken { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over as far as is known; <see langword="null"/> while it is sending. Stays as long as its outcome stays unknown.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed, if it did.</summary>
    public ExportFailure? Failure { get; init; }
}
