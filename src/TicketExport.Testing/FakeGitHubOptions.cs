namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeGitHub"/>.</summary>
public sealed class FakeGitHubOptions
{
    /// <summary>The repository that is there, as <c>owner/name</c>.</summary>
    /// <value>Default: <c>acme/shop</c>.</value>
    public string Repository { get; set; } = "acme/shop";

    /// <summary>The personal access token that is known.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeGitHub.Token"/>.</value>
    public string? Token { get; set; }

    /// <summary>The login of whoever the token belongs to.</summary>
    /// <value>Default: <c>ticket-robot</c>.</value>
    public string Login { get; set; } = "ticket-robot";

    /// <summary>The server's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
