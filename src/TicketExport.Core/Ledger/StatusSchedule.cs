namespace TicketExport.Ledger;

/// <summary>When the ticket of a link is to be read next.</summary>
/// <param name="ReadAt">The time; <see langword="null"/> when there is no link to read.</param>
/// <param name="HintedAt">When a webhook said last that the ticket changed, until a read has begun after that.</param>
public sealed record StatusSchedule(DateTimeOffset? ReadAt, DateTimeOffset? HintedAt)
{
    /// <summary>Nothing is to be read.</summary>
    public static StatusSchedule None { get; } = new(null, null);
}
