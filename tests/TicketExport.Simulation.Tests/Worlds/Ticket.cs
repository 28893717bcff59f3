namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>A ticket at the simulated tracker.</summary>
/// <param name="Id">The tracker's id.</param>
/// <param name="Fingerprint">Which finding it is really about; no look-up sees this.</param>
/// <param name="IdempotencyKey">The key of the request.</param>
/// <param name="VisibleAt">From when on a look-up may find it.</param>
internal sealed record Ticket(string Id, string Fingerprint, string IdempotencyKey, DateTimeOffset VisibleAt)
{
    /// <summary>What a look-up searches for.</summary>
    public string? Marker { get; set; }
}
