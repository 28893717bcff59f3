namespace TicketExport.Http;

/// <summary>Where a target's address may lie. Chosen for each target, never for all.</summary>
public enum NetworkPolicy
{
    /// <summary>Not set; read as <see cref="Public"/>.</summary>
    Unknown = 0,

    /// <summary>HTTPS to a host that is not this machine: the default.</summary>
    Public = 1,

    /// <summary>As <see cref="Public"/>, and also <c>http</c> or <c>https</c> to a loopback address such as <c>127.0.0.1</c>.</summary>
    Loopback = 2,
}
