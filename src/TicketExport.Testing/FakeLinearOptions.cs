namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeLinear"/>.</summary>
public sealed class FakeLinearOptions
{
    /// <summary>The personal API key that requests may carry, without <c>Bearer</c>.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeLinear.ApiKey"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>The OAuth access token that requests may carry as bearer instead.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeLinear.Token"/>.</value>
    public string? Token { get; set; }

    /// <summary>The first segment of every address in the workspace.</summary>
    /// <value>Default: <c>acme</c>.</value>
    public string Workspace { get; set; } = "acme";

    /// <summary>The keys of the teams that are there at the start.</summary>
    /// <value>Default: <c>ENG</c> and <c>OPS</c>.</value>
    public IList<string> Teams { get; } = ["ENG", "OPS"];

    /// <summary>The tracker's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
