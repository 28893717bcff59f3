namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearState
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>What the status means, whatever the team calls it; see <see cref="Internal.LinearStates"/>.</summary>
    public string? Type { get; init; }

    public double Position { get; init; }
}
