namespace TicketExport.Http;

/// <summary>How one provider's HTTP client differs from the others.</summary>
public sealed class TicketHttpClientOptions
{
    /// <summary>
    /// Whether the path of an address is a secret, as with webhooks. Removes the factory's loggers, the spans of
    /// <see cref="SocketsHttpHandler"/> and the trace headers, all of which would give the path or the host's trace away.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AddressIsSecret { get; set; }

    /// <summary>How long a connection may take to open, with name resolution and TLS.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
