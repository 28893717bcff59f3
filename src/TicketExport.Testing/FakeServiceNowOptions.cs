namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeServiceNow"/>.</summary>
public sealed class FakeServiceNowOptions
{
    /// <summary>The OAuth access token that is known.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeServiceNow.AccessToken"/>.</value>
    public string? AccessToken { get; set; }

    /// <summary>The name of the user that all credentials belong to.</summary>
    /// <value>Default: <c>ticket.robot</c>.</value>
    public string UserName { get; set; } = "ticket.robot";

    /// <summary>A table of the instance's own that inherits from task, beside those that ServiceNow ships.</summary>
    /// <value>Default: <c>u_finding</c>.</value>
    public string OwnTable { get; set; } = "u_finding";

    /// <summary>The instance's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
