using System.Net;
using TicketExport.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the HTTP clients of ticket providers.</summary>
public static class HttpTicketExportServiceCollectionExtensions
{
    private const int ResponseHeadersKibibytes = 32;

    /// <summary>
    /// Adds the one HTTP client of a provider: never retries, never redirects, keeps no cookies, uses no proxy and unpacks nothing.
    /// </summary>
    /// <remarks>
    /// <para>Whatever the host adds to all its clients with <c>ConfigureHttpClientDefaults</c>, a create request leaves once: the
    /// resilience handlers that are there are removed, before or after this call. One client serves all targets, so credentials
    /// belong on each request and never on the client.</para>
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
            .ConfigurePrimaryHttpMessageHandler(() => CreateHandler(options))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return options.AddressIsSecret ? client.RemoveAllLoggers() : client;
    }

    private static SocketsHttpHandler CreateHandler(TicketHttpClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            MaxResponseHeadersLength = ResponseHeadersKibibytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            UseProxy = false,
        };
        if (options.AddressIsSecret)
        {
            handler.ActivityHeadersPropagator = null;
        }

        return handler;
    }
}
