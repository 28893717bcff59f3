using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Http;
using TicketExport.Http.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the HTTP clients of ticket providers.</summary>
public static class HttpTicketExportServiceCollectionExtensions
{
    /// <summary>
    /// Adds the one HTTP client of a provider: never repeats a change, never redirects, keeps no cookies, uses no proxy of the
    /// machine, unpacks nothing, and guards where it connects to.
    /// </summary>
    /// <remarks>
    /// <para>Whatever the host adds to all its clients with <c>ConfigureHttpClientDefaults</c>, a create request leaves once: the
    /// resilience handlers that are there are removed, before or after this call. One client serves all targets, so credentials
    /// belong on each request and never on the client. A request that only reads is sent again when its connection fails or a gateway
    /// cannot answer; see <see cref="TicketHttpClientOptions.ReadRetries"/>.</para>
    /// <para>It sends to public hosts over <c>https</c> only, unless a request carries another <see cref="NetworkPolicy"/>. Every address that a
    /// host's name leads to is judged when a connection opens, and only a judged address is dialled. Connections are shared between
    /// requests of equal policies only.</para>
    /// <para>The client has no timeout of its own: the token given to <see cref="TicketHttpExchange"/> bounds the whole exchange.
    /// Calling twice with one name is safe; the later settings hold.</para>
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The client's name, such as <c>TicketExport.Jira</c>; for <see cref="IHttpClientFactory.CreateClient"/>.</param>
    /// <param name="configure">Changes the options of this client.</param>
    /// <returns>The client's builder, for handlers that the provider or the host adds.</returns>
    public static IHttpClientBuilder AddTicketHttpClient(
        this IServiceCollection services,
        string name,
        Action<TicketHttpClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = new TicketHttpClientOptions();
        configure?.Invoke(options);

        var client = services.AddHttpClient(name);
#pragma warning disable EXTEXP0001 // Experimental, and the only way to undo a host-wide AddStandardResilienceHandler, which repeats POSTs.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => AddReadRetries(handlers, options))
            .ConfigurePrimaryHttpMessageHandler(provider => new GuardedHandler(options, LoggerFrom(provider)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return options.AddressIsSecret ? client.RemoveAllLoggers() : client;
    }

    // A client that is added twice gets one such handler, with the later options.
    private static void AddReadRetries(IList<DelegatingHandler> handlers, TicketHttpClientOptions options)
    {
        foreach (var earlier in handlers.OfType<ReadRetryHandler>().ToArray())
        {
            handlers.Remove(earlier);
        }

        handlers.Add(new ReadRetryHandler(options));
    }

    private static ILogger<GuardedHandler> LoggerFrom(IServiceProvider services) =>
        services.GetService<ILogger<GuardedHandler>>() ?? NullLogger<GuardedHandler>.Instance;
}
