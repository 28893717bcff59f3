using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.AspNetCore.Tests;

/// <summary>The description of the endpoints that is checked in is the one that a host publishes.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_in_the_repository_is_what_a_host_publishes()
    {
        await using var host = await StartAsync();
        var published = (await host.GetAsync("/openapi/v1.json")).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = RepositoryFolder.PathOf("docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("TICKETEXPORT_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, published);
        }

        Assert.True(published == await File.ReadAllTextAsync(path), "docs/openapi.json differs from the endpoints. Run this test with TICKETEXPORT_WRITE_DOCS=1 and read the difference before it is checked in.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_its_parameters_and_its_problems()
    {
        await using var host = await StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json")).Json;

        Assert.Equal("3.1.1", document["openapi"]!.GetValue<string>());
        var operations = document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(method => (Path: path.Key, Operation: method.Value!))).ToArray();
        Assert.Equal((3 * 8) + 12, operations.Length);
        Assert.All(operations, static operation =>
        {
            Assert.NotEmpty(operation.Operation["operationId"]!.GetValue<string>());
            var named = operation.Operation["parameters"]?.AsArray().Where(static parameter => parameter!["in"]!.GetValue<string>() == "path").Select(static parameter => parameter!["name"]!.GetValue<string>()) ?? [];
            Assert.Equal(operation.Path.Split('/').Where(static part => part.StartsWith('{')).Select(static part => part.Trim('{', '}')).Order(), named.Order());
            Assert.Contains(operation.Operation["responses"]!.AsObject(), static response => response.Key == "401");
        });
    }

    [Fact]
    public async Task Sync_state_has_three_words_and_no_other()
    {
        await using var host = await StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json")).Json;

        var words = document["components"]!["schemas"]!.AsObject().First(static schema => schema.Key.Contains("SyncState", StringComparison.Ordinal) && !schema.Key.Contains("Status", StringComparison.Ordinal)).Value!;

        Assert.Superset(new HashSet<string>(["synced", "pending", "error"], StringComparer.Ordinal), words["enum"]!.AsArray().Select(static word => word?.GetValue<string>() ?? "null").ToHashSet(StringComparer.Ordinal));
    }

    private static Task<TicketHost> StartAsync() => TicketHost.StartAsync(
        build: static builder => builder.Services.AddOpenApi(static options => options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "TicketExport";
            document.Info.Version = "v1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        })),
        map: static app => app.MapOpenApi());
}
