using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.AspNetCore.Tests;

public sealed class FileRouteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ticket-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Behaviour", "S31")]
    public async Task A_file_is_looked_at_made_and_downloaded_in_the_place_of_a_ticket()
    {
        await using var host = await StartAsync();
        var export = await FailedAsync(host);

        var preview = await host.GetAsync($"{export}/portable?format=csv");
        Assert.Empty(_folder.GetFiles());
        var created = await host.PostAsync($"{export}/portable", json: """{"format":"csv","reason":"The tracker stays away."}""");
        var file = await host.GetAsync($"{export}/portable/file");

        Assert.Equal((200, true, "csv"), (preview.Status, preview.Json["is_ready"]!.GetValue<bool>(), preview.Json["portable_export_format"]!.GetValue<string>()));
        Assert.Equal("Provide the evidence of request 7", preview.Json["title"]!.GetValue<string>());
        Assert.Equal(201, created.Status);
        Assert.Equal(200, file.Status);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain("/", created.Json["portable_export_path"]!.GetValue<string>(), StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(Assert.Single(_folder.GetFiles()).FullName);
        Assert.Equal(created.Json["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Contains("request 7", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("portable", (await host.GetAsync(export)).Json["export"]!["export_status"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Behaviour", "S30")]
    public async Task A_ticket_stands_against_a_file_and_a_file_that_is_not_there_is_not_found()
    {
        await using var host = await StartAsync();
        var export = TicketHost.Account($"/exports/{(await host.CreateAsync("8"))["ticket_export_id"]!.GetValue<string>()}");

        var preview = await host.GetAsync($"{export}/portable");
        var refused = (await host.PostAsync($"{export}/portable")).IsProblem(409, ExportCodes.Duplicate);
        (await host.GetAsync($"{export}/portable/file")).IsProblem(404, ApiCodes.NotFound);

        Assert.False(preview.Json["is_ready"]!.GetValue<bool>());
        Assert.Equal("ticket_exists", refused.Json["reason"]!.GetValue<string>());
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("""{"format":"exe"}""", 422)]
    [InlineData("""{"override":true}""", 422)]
    public async Task A_wish_that_cannot_be_used_is_refused(string body, int status)
    {
        await using var host = await StartAsync();
        var export = await FailedAsync(host);

        (await host.PostAsync($"{export}/portable", json: body)).IsProblem(status, ApiCodes.RequestInvalid);
        (await host.GetAsync($"{export}/portable?format=exe")).IsProblem(422, ApiCodes.RequestInvalid);
        Assert.Empty(_folder.GetFiles());
    }

    private Task<TicketHost> StartAsync() => TicketHost.StartAsync(builder => builder.AddPortable(options => options.Folder = _folder.FullName));

    private static async Task<string> FailedAsync(TicketHost host)
    {
        host.Tracker.AnswerNext(401, "{}");
        var refused = await host.PostAsync(TicketHost.Source("7", "/ticket"));
        return TicketHost.Account($"/exports/{refused.Json["ticket_export_id"]!.GetValue<string>()}");
    }
}
