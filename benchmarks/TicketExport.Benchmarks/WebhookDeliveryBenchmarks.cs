using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Providers;
using TicketExport.Signing;

namespace TicketExport.Benchmarks;

/// <summary>How many deliveries the provider makes, beside a bare client that posts the same bytes to the same server on loopback.</summary>
[InProcess, WarmupCount(3), IterationCount(12)]
public class WebhookDeliveryBenchmarks : IDisposable
{
    private const int Deliveries = 512;
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes("""{"status":"accepted"}""");

    private WebApplication _server = null!;
    private HttpMessageInvoker _bare = null!;
    private ServiceProvider _services = null!;
    private ITicketProvider _provider = null!;
    private WebhookStage _stage = null!;

    [Params(1, 16)]
    public int Callers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(static async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        _server.StartAsync().GetAwaiter().GetResult();
        _stage = new WebhookStage(WebhookProfile.Export, new Uri(new Uri(_server.Urls.First()), "/hook"));
        _bare = Bare();
        var services = new ServiceCollection();
        services.AddTicketExport().AddWebhook();
        _services = services.BuildServiceProvider();
        _provider = _services.GetRequiredService<ITicketProvider>();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _services.Dispose();
        _bare.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "Bare client, same bytes", OperationsPerInvoke = Deliveries)]
    public Task BareAsync() => RepeatAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _stage.Settings.Url) { Content = new ByteArrayContent(_stage.Delivery.Body) };
        foreach (var (name, value) in _stage.Delivery.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _bare.SendAsync(request, CancellationToken.None);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The server answered {response.StatusCode}.");
        }

        await response.Content.ReadAsByteArrayAsync();
    });

    [Benchmark(Description = "Provider: settings, envelope, signature, guard, answer", OperationsPerInvoke = Deliveries)]
    public Task DeliverAsync() => RepeatAsync(async () =>
    {
        if (await _provider.CreateAsync(_stage.Request, CancellationToken.None) is not CreateOutcome.Created)
        {
            throw new InvalidOperationException("The delivery was not accepted.");
        }
    });

    private static HttpMessageInvoker Bare() => new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });

    private Task RepeatAsync(Func<Task> deliver) => Parallel.ForEachAsync(
        Enumerable.Range(0, Deliveries),
        new ParallelOptions { MaxDegreeOfParallelism = Callers },
        async (_, _) => await deliver());
}
