namespace TicketExport.Mock;

/// <summary>A ticket of the mock provider.</summary>
internal sealed record MockTicket(TicketReference Reference)
{
    public bool IsClosed { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
