using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Testing;

namespace TicketExport.Http;

public sealed class HttpTicketExportServiceCollectionExtensionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F57")]
    public async Task A_create_leaves_once_whatever_the_host_adds_to_all_clients(bool? hostFirst)
    {
        await using var tracker = await FakeTracker.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            tracker.RejectNext(503, "down");
        }

        var services = new ServiceCollection();
        if (hostFirst == true)
        {
            AddHostDefaults(services);
        }

        services.AddTicketHttpClient("test");
        services.AddTicketHttpClient("test");
        if (hostFirst == false)
        {
            AddHostDefaults(services);
        }

        var answer = await PostAsync(services, new Uri(tracker.BaseAddress, "api/tickets"));

        Assert.Equal(503, answer.Status);
        Assert.Equal(1, tracker.CreateCalls);
    }

    [Fact]
    public async Task Without_our_registration_the_host_default_does_send_a_create_more_than_once()
    {
        await using var tracker = await FakeTracker.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            tracker.RejectNext(503, "down");
        }

        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.UseJitter = false;
        }));
        services.AddHttpClient("test");

        await PostAsync(services, new Uri(tracker.BaseAddress, "api/tickets"));

        Assert.True(tracker.CreateCalls > 1, "The trap that the registration guards against is gone; simplify it.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_address_is_neither_logged_nor_traced(bool secret)
    {
        await using var tracker = await FakeTracker.StartAsync();
        using var log = new CapturingLoggerProvider();
        var urls = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (urls)
                {
                    urls.Add($"{activity.GetTagItem("url.full")}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddTicketHttpClient("test", options => options.AddressIsSecret = secret);

        var marker = $"path-canary-{secret}";
        await PostAsync(services, new Uri(tracker.BaseAddress, marker));

        lock (urls)
        {
            Assert.Equal(!secret, log.Text.Contains(marker, StringComparison.Ordinal));
            Assert.Equal(!secret, urls.Any(url => url.Contains(marker, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_trace_header_stays_at_home_when_the_address_is_secret()
    {
        string? seen = null;
        await using var server = new RawServer(async connection =>
        {
            seen = await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n");
        });
        using var activity = new Activity("host").SetIdFormat(ActivityIdFormat.W3C).Start();
        var services = new ServiceCollection();
        services.AddTicketHttpClient("test", static options => options.AddressIsSecret = true);

        await PostAsync(services, server.Address);

        Assert.DoesNotContain("traceparent", seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_client_has_no_timeout_of_its_own()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromSeconds(1)));
        services.AddTicketHttpClient("test");
        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("test");

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    private static void AddHostDefaults(ServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.UseJitter = false;
        }));

    private static async Task<TicketHttpAnswer> PostAsync(ServiceCollection services, Uri address)
    {
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        NetworkPolicy.Loopback.ApplyTo(request);
        return Assert.IsType<TicketHttpResult.Answered>(await TicketHttpExchange.SendAsync(client, request, CancellationToken.None)).Answer;
    }
}
