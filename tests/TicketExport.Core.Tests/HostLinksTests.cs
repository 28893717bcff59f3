using Microsoft.Extensions.DependencyInjection;
using TicketExport.Configuration;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Core.Tests;

public sealed class HostLinksTests
{
    [Theory]
    [Trait("Behaviour", "S62")]
    [InlineData(null, "42", "/reports/42/ticket-exports")]
    [InlineData(null, "a/b ?#%", "/reports/a%2Fb%20%3F%23%25/ticket-exports")]
    [InlineData(null, "{account}", "/reports/%7Baccount%7D/ticket-exports")]
    [InlineData("https://app.example.test/{account}/r/{report}", "42", "https://app.example.test/acme/r/42")]
    [InlineData(null, "..", null)]
    [InlineData(null, ".", null)]
    [InlineData(null, "", null)]
    public void A_report_is_linked_by_the_hosts_template(string? template, string report, string? link)
    {
        Assert.Equal(link, LinksOf(options => options.Reports = template ?? options.Reports).ReportOf("acme", report));
    }

    [Theory]
    [Trait("Behaviour", "S85")]
    [InlineData(null, "board", "/settings")]
    [InlineData(null, "..", "/settings")]
    [InlineData("/orgs/{account}/targets?id={target}", "the board", "/orgs/acme/targets?id=the%20board")]
    public void The_settings_are_linked_by_the_hosts_template(string? template, string target, string link)
    {
        Assert.Equal(link, LinksOf(options => options.Settings = template ?? options.Settings).SettingsOf("acme", target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("settings")]
    [InlineData("//evil.example.test/{report}")]
    [InlineData("/\\evil.example.test/{report}")]
    [InlineData("javascript:alert({report})")]
    [InlineData("https://user@app.example.test/{report}")]
    [InlineData("https://{report}.example.test/")]
    [InlineData("/reports/{report}/a b")]
    [InlineData("/reports/{report}/{target}")]
    [InlineData("/reports/{report}}")]
    [InlineData("/reports/{{report}}")]
    [InlineData("/reports")]
    public void A_template_that_could_lead_elsewhere_or_holds_other_ids_is_refused(string template)
    {
        var problem = Assert.Single(HostLinkRules.Check(new HostLinkOptions { Reports = template }));

        Assert.StartsWith("TicketExport:Links:Reports ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_can_be_used()
    {
        Assert.Empty(HostLinkRules.Check(new HostLinkOptions()));
    }

    [Theory]
    [Trait("Behaviour", "S85")]
    [InlineData(FailureReason.Authentication, "/settings")]
    [InlineData(FailureReason.NotFound, "/settings")]
    [InlineData(FailureReason.Unknown, "/settings")]
    public async Task A_failed_delivery_leads_to_the_settings_and_the_ledger_keeps_no_link(FailureReason reason, string link)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(reason)));

        var result = await harness.ExportAsync();

        Assert.Equal(link, result.Failure!.HelpLink);
        Assert.Null((await harness.StoredAsync(result)).Failure!.HelpLink);
    }

    [Fact]
    [Trait("Behaviour", "S85")]
    public async Task Bulk_calls_and_the_queue_give_the_link_of_each_findings_own_account()
    {
        await using var harness = new ExporterHarness(static builder =>
            builder.Services.Configure<TicketExportOptions>(static options => options.Links.Settings = "/{account}/{target}"));

        var queued = await harness.Exporter.EnqueueAsync(Documents.RequestFor("nowhere"));
        var links = new Dictionary<long, string?>();
        await foreach (var result in harness.Exporter.ExportManyAsync(RequestsAsync()))
        {
            links.Add(result.Index, result.Result.Failure?.HelpLink);
        }

        Assert.Equal("/acme/nowhere", queued.Failure!.HelpLink);
        Assert.Equal([(0, "/a/nowhere"), (1, null), (2, "/c/nowhere")], links.OrderBy(static link => link.Key).Select(static link => (link.Key, link.Value)));
    }

    [Fact]
    public async Task What_is_not_put_right_in_the_settings_has_no_link()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync();

        Assert.Null((await harness.ExportAsync()).Failure!.HelpLink);
        Assert.Null((await harness.ExportAsync(document: Documents.Finding("43") with { Title = "" })).Failure!.HelpLink);
    }

    private static async IAsyncEnumerable<ExportRequest> RequestsAsync()
    {
        await Task.CompletedTask;
        yield return Documents.RequestFor("nowhere", accountId: "a");
        yield return Documents.RequestFor("board", accountId: "b");
        yield return Documents.RequestFor("nowhere", accountId: "c");
    }

    private static HostLinks LinksOf(Action<HostLinkOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddTicketExport(options => configure(options.Links));
        return services.BuildServiceProvider().GetRequiredService<HostLinks>();
    }
}
