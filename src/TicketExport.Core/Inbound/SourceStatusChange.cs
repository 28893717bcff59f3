namespace TicketExport.Inbound;

/// <summary>The wish that a host's own item takes another status.</summary>
public sealed record SourceStatusChange
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The source whose ticket the event was about.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The export whose ticket it was.</summary>
    public required string ExportId { get; init; }

    /// <summary>The status in the host's own words, as the target's settings map it.</summary>
    public required string Status { get; init; }

    /// <summary>The status as the sender wrote it.</summary>
    public required string RawStatus { get; init; }

    /// <summary>When it happened, by the sender's clock, if the event says so.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
