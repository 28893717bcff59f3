using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>The kit behind a real server on loopback.</summary>
internal sealed class ReceiverServer : IAsyncDisposable
{
    public const string Path = "/hooks/tickets";

    private readonly WebApplication _app;

    private ReceiverServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Path);
    }

    public Uri Address { get; }

    public static async Task<ReceiverServer> StartAsync(
        Kit kit,
        Action<WebApplication>? before = null,
        Action<WebhookReceiverOptions>? configure = null,
        Action<WebhookReceiverBuilder>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(kit.Time);
        builder.Services.AddSingleton<ILoggerFactory>(kit.Log);
        var receiver = builder.Services.AddTicketExportReceiver(options =>
        {
            options.Secrets.Add(Delivery.Secret);
            configure?.Invoke(options);
        });
        add?.Invoke(receiver);
        var app = builder.Build();
        before?.Invoke(app);
        app.MapTicketExportReceiver(Path, (delivery, token) =>
        {
            kit.Handled.Enqueue(delivery);
            return kit.Answer(delivery, token);
        });
        await app.StartAsync();
        return new ReceiverServer(app);
    }

    /// <summary>Sends bytes as they are and gives what comes back until the server closes, or until the answer's head is complete.</summary>
    public async Task<string> SendRawAsync(string head, Func<Stream, Task>? writeBody = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var writing = WriteAsync();
        var buffer = new byte[4096];
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

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
