namespace TicketExport.Providers.Linear.Protocol;

/// <summary>Anything of which we want the id alone.</summary>
internal sealed record LinearNode
{
    public string? Id { get; init; }
}
