using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Http;

/// <summary>Sends an adapter's requests: one address, one set of credentials, one network policy and one cap for each.</summary>
/// <remarks>
/// An adapter's own client wraps it with one method per remote call. Nothing here retries a change or follows a redirect. Safe on any
/// thread.
/// </remarks>
public sealed class TicketHttpApi
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("TicketExport", null);

    private readonly IHttpClientFactory _clients;
    private readonly string _clientName;
    private readonly int _maxBodyBytes;

    /// <summary>Creates an API over a client of <c>AddTicketHttpClient</c>.</summary>
    /// <param name="clients">The host's factory.</param>
    /// <param name="clientName">The client's name.</param>
    /// <param name="maxBodyBytes">The cap on an answer's body, in bytes.</param>
    public TicketHttpApi(IHttpClientFactory clients, string clientName, int maxBodyBytes = TicketHttpExchange.DefaultMaxBodyBytes)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentException.ThrowIfNullOrEmpty(clientName);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBodyBytes, 1);
        (_clients, _clientName, _maxBodyBytes) = (clients, clientName, maxBodyBytes);
    }

    /// <summary>Reads.</summary>
    /// <param name="access">Where, and as whom.</param>
    /// <param name="path">The path below the access's root.</param>
    /// <param name="cancellationToken">Bounds the whole exchange.</param>
    public Task<TicketHttpResult> GetAsync(TicketHttpAccess access, TicketHttpPath path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(path);
        return SendAsync(access, HttpMethod.Get, access.AddressOf(path), null, cancellationToken);
    }

    /// <summary>Reads from an address that the API itself gave, such as that of a further page or of a moved ticket.</summary>
    /// <param name="access">Where, and as whom.</param>
    /// <param name="address">The address; see <see cref="TicketHttpAccess.IsHome"/>.</param>
    /// <param name="cancellationToken">Bounds the whole exchange.</param>
    /// <exception cref="ArgumentException">The address has another origin: the credentials must not go there.</exception>
    public Task<TicketHttpResult> GetAsync(TicketHttpAccess access, Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.IsHome(address)
            ? SendAsync(access, HttpMethod.Get, address, null, cancellationToken)
            : throw new ArgumentException("The address has another origin than the access. Ask IsHome before following an address.", nameof(address));
    }

    /// <summary>Sends a change once, with a JSON body.</summary>
    /// <param name="access">Where, and as whom.</param>
    /// <param name="to">The method and the path below the access's root.</param>
    /// <param name="body">The body.</param>
    /// <param name="type">The body's source-generated type information.</param>
    /// <param name="cancellationToken">Bounds the whole exchange.</param>
    public Task<TicketHttpResult> SendAsync<TBody>(
        TicketHttpAccess access,
        (HttpMethod Method, TicketHttpPath Path) to,
        TBody body,
        JsonTypeInfo<TBody> type,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        return SendAsync(access, to, JsonSerializer.SerializeToUtf8Bytes(body, type), cancellationToken);
    }

    /// <summary>Sends a change once, with JSON that is written already.</summary>
    /// <param name="access">Where, and as whom.</param>
    /// <param name="to">The method and the path below the access's root.</param>
    /// <param name="json">The body; <c>{}</c> where the API wants none.</param>
    /// <param name="cancellationToken">Bounds the whole exchange.</param>
    public Task<TicketHttpResult> SendAsync(
        TicketHttpAccess access,
        (HttpMethod Method, TicketHttpPath Path) to,
        ReadOnlyMemory<byte> json,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        return SendAsync(access, to.Method, access.AddressOf(to.Path), json, cancellationToken);
    }

    private async Task<TicketHttpResult> SendAsync(
        TicketHttpAccess access,
        HttpMethod method,
        Uri address,
        ReadOnlyMemory<byte>? json,
        CancellationToken cancellationToken)
    {
        using var content = json is { } bytes ? new ReadOnlyMemoryContent(bytes) : null;
        if (content is not null)
        {
            content.Headers.ContentType = Json;
        }

        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.UserAgent.Add(UserAgent);
        access.ApplyTo(request);
        if (!request.Headers.NonValidated.Contains("Accept"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        return await TicketHttpExchange
            .SendAsync(_clients.CreateClient(_clientName), request, _maxBodyBytes, cancellationToken)
            .ConfigureAwait(false);
    }
}
