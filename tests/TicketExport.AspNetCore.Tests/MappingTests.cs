using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.AspNetCore.Tests;

public sealed class MappingTests
{
    [Fact]
    public void Without_the_endpoints_the_message_holds_the_line_to_add() =>
        Assert.Contains(".AddEndpoints()", MapWith(static _ => { }), StringComparison.Ordinal);

    [Fact]
    public void Without_an_authorizer_nothing_starts() =>
        Assert.Contains(".UseAuthorizer<", MapWith(static builder => builder.AddEndpoints().UseSources<TestSources>()), StringComparison.Ordinal);

    [Fact]
    public void Without_sources_nothing_starts() =>
        Assert.Contains(".UseSources<", MapWith(static builder => builder.AddEndpoints().UseAuthorizer<TestAuthorizer>()), StringComparison.Ordinal);

    [Theory]
    [InlineData("Evidence Requests", "evidence_request")]
    [InlineData("evidence-requests", "Evidence")]
    [InlineData("a/b", "evidence_request")]
    public void A_route_or_type_that_cannot_be_used_is_refused_at_start(string segment, string type) =>
        Assert.Throws<OptionsValidationException>(() => Map(builder => builder
            .AddEndpoints(options => options.SourceRoutes[segment] = type).UseAuthorizer<TestAuthorizer>().UseSources<TestSources>()));

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_time_out_of_range_is_refused_at_start(int seconds) =>
        Assert.Throws<OptionsValidationException>(() => Map(builder => builder
            .AddEndpoints(options => options.InboundReadTimeout = TimeSpan.FromSeconds(seconds)).UseAuthorizer<TestAuthorizer>().UseSources<TestSources>()));

    [Fact]
    public async Task A_host_without_accounts_in_its_routes_has_none()
    {
        await using var host = await TicketHost.StartAsync(
            static builder => builder.AddEndpoints(static options => options.AccountRoute = "").UseAuthorizer<TestAuthorizer>());

        Assert.Equal(201, (await host.PostAsync("/api/v1/evidence-requests/7/ticket", ":configure:otto")).Status);
    }

    [Fact]
    public async Task A_policy_on_all_routes_leaves_the_inbound_one_open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<Calls>();
        builder.Services.AddTicketExport().AddMock().AddEndpoints().UseAuthorizer<TestAuthorizer>().UseSources<TestSources>();
        await using var app = builder.Build();

        app.MapTicketExport().RequireAuthorization();

        var routes = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).ToArray();
        Assert.All(routes, static route => Assert.NotNull(route.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()));
        var open = Assert.Single(routes, static route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);
        Assert.Contains("webhooks/ticket-sync", open.DisplayName, StringComparison.Ordinal);
    }

    private static string MapWith(Action<TicketExportBuilder> add) => Assert.Throws<InvalidOperationException>(() => Map(add)).Message;

    private static void Map(Action<TicketExportBuilder> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<Calls>();
        add(builder.Services.AddTicketExport().AddMock());
        builder.Build().MapTicketExport();
    }
}
