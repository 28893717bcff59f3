using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.AspNetCore.Tests;

/// <summary>Every route for everybody: who is refused, and that nothing was asked of a tracker or a host's record then.</summary>
public sealed class RouteMatrixTests
{
    private const string Nothing = "00000000000000000000000000000000";

    /// <summary>The routes, with what they need and what somebody who may is answered for a record without a ticket.</summary>
    public static TheoryData<string, string, bool, int> Routes => new()
    {
        { "POST", "/evidence-requests/7/ticket", true, 201 },
        { "GET", "/evidence-requests/7/ticket", false, 404 },
        { "POST", "/evidence-requests/7/ticket/close", true, 404 },
        { "DELETE", "/evidence-requests/7/ticket", true, 404 },
        { "GET", "/evidence-requests/7/comments", false, 200 },
        { "POST", "/evidence-requests/7/comments", false, 201 },
        { "GET", "/evidence-requests/7/review", false, 200 },
        { "POST", "/evidence-requests/7/approve", true, 202 },
        { "POST", "/fix-tasks/7/ticket", true, 201 },
        { "POST", "/report-issues/7/ticket", true, 201 },
        { "GET", "/exports", false, 200 },
        { "GET", "/readiness", false, 200 },
        { "GET", "/targets/default/readiness", false, 200 },
    };

    /// <summary>The routes of one export, with what somebody who may is answered for one with a ticket.</summary>
    public static TheoryData<string, string, bool, int> ExportRoutes => new()
    {
        { "GET", "/exports/{id}", false, 200 },
        { "POST", "/exports/{id}/retry", true, 409 },
        { "POST", "/exports/{id}/confirm-absent", true, 409 },
        { "POST", "/exports/{id}/relink", true, 200 },
        { "POST", "/exports/{id}/sync", true, 200 },
        { "GET", "/exports/{id}/portable", false, 501 },
        { "POST", "/exports/{id}/portable", true, 501 },
        { "GET", "/exports/{id}/portable/file", false, 501 },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Behaviour", "S231")]
    [Trait("Behaviour", "S266")]
    [Trait("Behaviour", "S267")]
    [Trait("Behaviour", "S268")]
    [Trait("Behaviour", "S269")]
    [Trait("Behaviour", "S270")]
    [Trait("Behaviour", "S271")]
    [Trait("Behaviour", "S272")]
    public async Task A_route_answers_everybody_what_is_theirs(string method, string path, bool isForOperators, int status)
    {
        await using var host = await TicketHost.StartAsync();

        await HoldAsync(host, method, path, isForOperators, status);
    }

    [Theory]
    [MemberData(nameof(ExportRoutes))]
    [Trait("Behaviour", "S231")]
    public async Task A_route_of_an_export_answers_everybody_what_is_theirs(string method, string path, bool isForOperators, int status)
    {
        await using var host = await TicketHost.StartAsync();
        var id = (await host.CreateAsync("7"))["ticket_export_id"]!.GetValue<string>();

        await HoldAsync(host, method, path.Replace("{id}", id, StringComparison.Ordinal), isForOperators, status);

        // In the stranger's own account, the id of another one is one that nobody has.
        var foreign = await SendAsync(host, method, path.Replace("{id}", id, StringComparison.Ordinal), TicketHost.Stranger, "other");
        var unknown = await SendAsync(host, method, path.Replace("{id}", Nothing, StringComparison.Ordinal), TicketHost.Stranger, "other");
        Assert.Equal(404, foreign.Status);
        Assert.Equal((unknown.Status, unknown.Text), (foreign.Status, foreign.Text));
    }

    [Fact]
    public async Task The_matrix_has_every_route_that_is_mapped()
    {
        await using var host = await TicketHost.StartAsync();
        var mapped = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static route => !route.RoutePattern.RawText!.Contains("webhooks", StringComparison.Ordinal))
            .Select(static route => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {route.RoutePattern.RawText!.Replace("/api/v1/orgs/{orgId}", "", StringComparison.Ordinal)}");
        var tested = Routes.Concat(ExportRoutes)
            .Select(static row => $"{row[0]} {((string)row[1]).Replace("/7", "/{sourceId}", StringComparison.Ordinal).Replace("{id}", "{exportId}", StringComparison.Ordinal).Replace("targets/default", "targets/{targetId}", StringComparison.Ordinal)}")
            .ToHashSet(StringComparer.Ordinal);

        // The other types of source are the same routes; each type is in the matrix with one of them.
        Assert.All(
            mapped.Where(static route => !route.Contains("fix-tasks", StringComparison.Ordinal) && !route.Contains("report-issues", StringComparison.Ordinal)),
            route => Assert.Contains(route, tested));
    }

    private static async Task HoldAsync(TicketHost host, string method, string path, bool isForOperators, int status)
    {
        var created = host.Tracker.Calls.Length;
        var asked = host.Calls.Sources.Count;

        (await SendAsync(host, method, path, caller: null)).IsProblem(401, ApiCodes.Unauthenticated);
        var stranger = (await SendAsync(host, method, path, TicketHost.Stranger)).IsProblem(404, ApiCodes.NotFound);
        var nowhere = await SendAsync(host, method, path, TicketHost.Operator, account: "no-such-account");
        var without = await SendAsync(host, method, path, "acme:none:nina");
        Assert.Equal((stranger.Text, stranger.Text), (nowhere.Text, without.Text));
        if (isForOperators)
        {
            (await SendAsync(host, method, path, TicketHost.Reader)).IsProblem(403, ApiCodes.Forbidden);
        }

        Assert.Equal((created, asked), (host.Tracker.Calls.Length, host.Calls.Sources.Count));
        Assert.Equal(status, (await SendAsync(host, method, path, isForOperators ? TicketHost.Operator : TicketHost.Reader)).Status);
    }

    private static Task<Answer> SendAsync(TicketHost host, string method, string path, string? caller, string account = "acme") => host.SendAsync(
        new HttpMethod(method),
        TicketHost.Account(path, account),
        caller,
        method != "POST" ? null
            : path.EndsWith("comments", StringComparison.Ordinal) ? TicketHost.Json("""{"body":"Attached."}""")
            : path.EndsWith("relink", StringComparison.Ordinal) ? TicketHost.Json("""{"external_id":"900","external_key":"TCK-900"}""")
            : null);
}
