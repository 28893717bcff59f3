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

    public Task<TicketHttpResult> CreateAsync(
        TicketTarget target,
        TicketCredential credential,
        FakeCreateTicketRequest ticket,
        CancellationToken cancellationToken) =>
        WriteAsync(
            (target, credential),
            HttpMethod.Post,
            TicketsPath,
            JsonSerializer.SerializeToUtf8Bytes(ticket, FakeJsonContext.Default.FakeCreateTicketRequest),
            cancellationToken);

    public Task<TicketHttpResult> UpdateAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        TicketReference ticket,
        FakeUpdateTicketRequest update,
        CancellationToken cancellationToken) =>
        WriteAsync(
            at,
            HttpMethod.Put,
            PathOf(ticket),
            JsonSerializer.SerializeToUtf8Bytes(update, FakeJsonContext.Default.FakeUpdateTicketRequest),
            cancellationToken);

    /// <param name="at">Where, and as whom.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="action">What is done to it: <c>close</c> or <c>reopen</c>.</param>
    /// <param name="cancellationToken">Bounds the exchange.</param>
    public Task<TicketHttpResult> ActAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        TicketReference ticket,
        string action,
        CancellationToken cancellationToken) =>
        WriteAsync(at, HttpMethod.Post, $"{PathOf(ticket)}/{action}", "{}"u8.ToArray(), cancellationToken);

    public Task<TicketHttpResult> CommentAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        TicketReference ticket,
        string text,
        CancellationToken cancellationToken) =>
        WriteAsync(
            at,
            HttpMethod.Post,
            $"{PathOf(ticket)}/comments",
            JsonSerializer.SerializeToUtf8Bytes(new FakeCommentRequest { Text = text }, FakeJsonContext.Default.FakeCommentRequest),
            cancellationToken);

    public Task<TicketHttpResult> ReadAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        TicketReference ticket,
        CancellationToken cancellationToken) => GetAsync(at, PathOf(ticket), cancellationToken);

    public Task<TicketHttpResult> IdentifyAsync((TicketTarget Target, TicketCredential Credential) at, CancellationToken cancellationToken) =>
        GetAsync(at, "api/me", cancellationToken);

    public Task<TicketHttpResult> FindAsync(
        TicketTarget target,
        TicketCredential credential,
        TicketMarker marker,
        CancellationToken cancellationToken) => GetAsync((target, credential), $"{TicketsPath}?marker={marker}", cancellationToken);

    private async Task<TicketHttpResult> GetAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        string path,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(at.Target, path));
        return await SendAsync(request, at.Credential, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TicketHttpResult> WriteAsync(
        (TicketTarget Target, TicketCredential Credential) at,
        HttpMethod method,
        string path,
        byte[] json,
        CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(method, AddressOf(at.Target, path)) { Content = content };
        return await SendAsync(request, at.Credential, cancellationToken).ConfigureAwait(false);
    }

    private static string PathOf(TicketReference ticket) => $"{TicketsPath}/{Uri.EscapeDataString(ticket.ProviderTicketId)}";

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
