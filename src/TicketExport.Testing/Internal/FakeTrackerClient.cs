using System.Net.Http.Headers;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed class FakeTrackerClient(IHttpClientFactory clients)
{
    private const string TicketsPath = "api/tickets";
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<TicketHttpResult> CreateAsync(
        TicketTarget target,
        TicketCredential credential,
        FakeCreateTicketRequest ticket,
        CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(ticket, FakeJsonContext.Default.FakeCreateTicketRequest));
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(target, TicketsPath)) { Content = content };
        return await SendAsync(request, credential, cancellationToken).ConfigureAwait(false);
    }

    public async Task<TicketHttpResult> FindAsync(
        TicketTarget target,
        TicketCredential credential,
        TicketMarker marker,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(target, $"{TicketsPath}?marker={marker}"));
        return await SendAsync(request, credential, cancellationToken).ConfigureAwait(false);
    }

    private Task<TicketHttpResult> SendAsync(HttpRequestMessage request, TicketCredential credential, CancellationToken cancellationToken)
    {
        if (credential.TryGet(FakeTrackerDefaults.TokenCredential, out var token))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        NetworkPolicy.Loopback.ApplyTo(request);
        return TicketHttpExchange.SendAsync(clients.CreateClient(FakeTrackerDefaults.HttpClientName), request, cancellationToken);
    }

    private static Uri AddressOf(TicketTarget target, string path)
    {
        var root = target.BaseUrl ?? throw new InvalidOperationException($"Target '{target.Id}' has no BaseUrl.");
        return root.AbsolutePath.EndsWith('/') ? new Uri(root, path) : new Uri(new Uri(root.AbsoluteUri + "/"), path);
    }
}
