using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Samples.Host;
using TicketExport.Testing;

namespace TicketExport.AspNetCore.Tests;

/// <summary>The lines of the sample's page, run one after the other against the sample.</summary>
public sealed partial class HostSampleTests : IDisposable
{
    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ticket-host-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_line_of_the_page_gets_the_status_behind_it()
    {
        await using var app = await StartAsync();
        var lines = Lines().Matches(await File.ReadAllTextAsync(RepositoryFolder.PathOf("samples", "Host", "README.md"))).Select(static match => (Command: match.Groups[1].Value, Status: int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        Assert.True(lines.Length >= 20, $"The page has {lines.Length} lines.");

        foreach (var (command, status) in lines)
        {
            var answer = await RunAsync(app, command);
            Assert.True(status == answer.Status, $"{command}\ngot {answer.Status}: {answer.Text}");
        }

        var jira = app.Services.GetRequiredService<DemoTrackers>().Jira;
        Assert.Equal(2, jira.Tickets.Length);
        Assert.Equal(2, jira.CreateCalls);
    }

    [Fact]
    public async Task A_create_leaves_once_although_the_host_repeats_all_its_requests()
    {
        await using var app = await StartAsync();
        var jira = app.Services.GetRequiredService<DemoTrackers>().Jira;
        jira.RefuseNext(new FakeHttpReply { Status = 503 });

        var answer = await RunAsync(app, "curl -s -X POST http://127.0.0.1:5080/api/v1/orgs/acme/evidence-requests/1/ticket -H 'X-Api-Key: demo-acme-operator'");

        Assert.Equal(202, answer.Status);
        Assert.Equal(1, jira.CreateCalls);
    }

    [Fact]
    public async Task The_page_of_the_sample_shows_its_routes()
    {
        await using var app = await StartAsync();

        var page = await RunAsync(app, "curl -s http://127.0.0.1:5080/");
        var document = await RunAsync(app, "curl -s http://127.0.0.1:5080/openapi/v1.json");

        Assert.Equal((200, 200), (page.Status, document.Status));
        Assert.Contains("/api/v1/orgs/{orgId}/evidence-requests/{sourceId}/ticket", document.Text, StringComparison.Ordinal);
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync()
    {
        var app = HostApp.Build(["--Urls=http://127.0.0.1:0", $"--Host:Database={Path.Combine(_folder.FullName, "host.db")}", "--Logging:LogLevel:Default=None"]);
        await app.StartAsync();
        return app;
    }

    private static async Task<Answer> RunAsync(Microsoft.AspNetCore.Builder.WebApplication app, string command)
    {
        var words = Words().Matches(command).Select(static match => match.Groups[1].Success ? match.Groups[1].Value : match.Value).ToArray();
        Assert.Equal("curl", words[0]);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var request = new HttpRequestMessage();
        var headers = new List<string>();
        for (var i = 1; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "-s":
                    break;
                case "-X":
                    request.Method = new HttpMethod(words[++i]);
                    break;
                case "-H":
                    headers.Add(words[++i]);
                    break;
                case "-d":
                    request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(words[++i]));
                    break;
                default:
                    request.RequestUri = new Uri(address, new Uri(words[i]).PathAndQuery);
                    break;
            }
        }

        foreach (var header in headers.Select(static header => header.Split(": ", 2)))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(header[0], header[1]) || request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]));
        }

        using var response = await Client.SendAsync(request, CancellationToken.None);
        return await Answer.ReadAsync(response);
    }

    [GeneratedRegex(@"^(curl .*?)\s+# (\d{3})$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"'([^']*)'|[^\s']+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
