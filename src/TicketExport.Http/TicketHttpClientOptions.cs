using System.Net;
using System.Security.Cryptography.X509Certificates;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>How one provider's HTTP client differs from the others.</summary>
public sealed class TicketHttpClientOptions
{
    /// <summary>How often a request that only reads is sent again when the connection failed or a gateway answered 502, 503 or 504.</summary>
    /// <value>Default: 2. A request that changes something is never sent again, whatever is set here.</value>
    public int ReadRetries { get; set; } = 2;

    /// <summary>
    /// Whether the path of an address is a secret, as with webhooks. Removes the factory's loggers, the spans of
    /// <see cref="SocketsHttpHandler"/> and the trace headers, all of which would give the path or the host's trace away.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AddressIsSecret { get; set; }

    /// <summary>How long a connection may take to open, with name resolution and TLS.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections one host gets at a time, over all targets there with equal network policies.</summary>
    /// <value>Default: 32.</value>
    public int MaxConnectionsPerServer { get; set; } = 32;

    /// <summary>A proxy that all requests go through, such as <c>http://proxy.example.test:3128</c>.</summary>
    /// <value>Default: <see langword="null"/>: none, whatever <c>HTTP_PROXY</c> and the system say.</value>
    /// <remarks>
    /// The proxy resolves names and opens the connections, so it alone can keep them out of private networks. Schemes, ports, names and
    /// addresses that stand in the URL are still judged here.
    /// </remarks>
    public Uri? Proxy { get; set; }

    /// <summary>How long the wait before the first repeated read is, on average; it doubles each time.</summary>
    internal TimeSpan ReadRetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    internal HostLookup Lookup { get; set; } = Dns.GetHostAddressesAsync;

    internal Func<IPEndPoint, CancellationToken, Task<Stream>> Dial { get; set; } = Dialler.DialAsync;

    internal X509ChainPolicy? CertificateChainPolicy { get; set; }
}
