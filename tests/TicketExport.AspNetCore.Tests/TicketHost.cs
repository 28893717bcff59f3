using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Ledger;
using TicketExport.Testing;

namespace TicketExport.AspNetCore.Tests;

/// <summary>The endpoints behind a real server on loopback, with a fake tracker as the default target.</summary>
internal sealed class TicketHost : IAsyncDisposable
{
    public const string Reader = "acme:read:ria";
    public const string Operator = "acme:configure:otto";
    public const string Stranger = "other:configure:sam";

    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private readonly WebApplication _app;

    private TicketHost(WebApplication app, FakeTracker tracker)
    {
        _app = app;
        Tracker = tracker;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public FakeTracker Tracker { get; }

    public IServiceProvider Services => _app.Services;

    public Calls Calls => Services.GetRequiredService<Calls>();

    public IExportLedgerQueries Queries => Services.GetRequiredService<IExportLedgerQueries>();

    public static async Task<TicketHost> StartAsync(
        Action<TicketExportBuilder>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null,
        string environment = "Development")
    {
        var tracker = await FakeTracker.StartAsync();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<Calls>();
        var ticketExport = builder.Services.AddTicketExport()
            .AddFakeTracker(TicketExportKeys.DefaultTargetId, tracker)
            .AddEndpoints()
            .UseAuthorizer<TestAuthorizer>()
            .UseSources<TestSources>();
        build?.Invoke(builder);
        configure?.Invoke(ticketExport);
        var app = builder.Build();
        app.MapTicketExport();
        map?.Invoke(app);
        await app.StartAsync();
        return new TicketHost(app, tracker);
    }

    public static string Source(string id, string rest = "", string account = "acme") => $"/api/v1/orgs/{account}/evidence-requests/{id}{rest}";

    public static string Account(string rest, string account = "acme") => $"/api/v1/orgs/{account}{rest}";

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? caller = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        if (caller is not null)
        {
            request.Headers.Add(TestAuthorizer.Header, caller);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request, CancellationToken.None);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path, string? caller = Reader, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, caller, null, headers);

    public Task<Answer> PostAsync(string path, string? caller = Operator, string? json = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, caller, json is null ? null : Json(json), headers);

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Creates the ticket of a record and gives the link.</summary>
    public async Task<JsonNode> CreateAsync(string id)
    {
        var answer = await PostAsync(Source(id, "/ticket"));
        Assert.Equal(201, answer.Status);
        return answer.Json;
    }

    /// <summary>Sends bytes as they are and gives what comes back first.</summary>
    public async Task<string> SendRawAsync(string head, Func<Stream, Task>? writeBody = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var writing = WriteAsync();
        var buffer = new byte[8192];
        var read = await stream.ReadAsync(buffer);
        client.Close();
        await writing;
        return Encoding.ASCII.GetString(buffer, 0, read);

        async Task WriteAsync()
        {
            try
            {
                await (writeBody?.Invoke(stream) ?? Task.CompletedTask);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // The server has answered and hung up, as it should.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Tracker.DisposeAsync();
    }
}
