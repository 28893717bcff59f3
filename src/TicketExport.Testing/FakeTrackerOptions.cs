namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeTracker"/>.</summary>
public sealed class FakeTrackerOptions
{
    /// <summary>The token that requests must carry as bearer.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeTracker.Token"/>.</value>
    public string? Token { get; set; }

    /// <summary>What the letters of ticket keys are.</summary>
    /// <value>Default: <c>TCK</c>, which gives <c>TCK-1</c>.</value>
    public string KeyPrefix { get; set; } = "TCK";

    /// <summary>Whether a create whose marker came before is answered with the ticket of the first one, as a native idempotency key would do.</summary>
    /// <value>Default: <see langword="false"/>: whoever sends a create twice gets two tickets.</value>
    public bool IsIdempotent { get; set; }

    /// <summary>The tracker's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
