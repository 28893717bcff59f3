using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

public sealed class RedactionPipelineTests
{
    private static readonly string Secret = Made.Token("gh" + "p_", 36);

    private static readonly TicketExportDocument Leaking = Documents.Checkout with { Summary = $"Seen: {Secret}", Labels = ["ok", Secret] };

    [Fact]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S376")]
    [Trait("Behaviour", "S118")]
    public async Task Blocking_sends_nothing_stores_no_content_and_names_field_and_rule()
    {
        await using var harness = new ExporterHarness();

        var result = await harness.ExportAsync(document: Leaking);

        Assert.Equal((ExportOutcome.Blocked, ExportStatus.Blocked), (result.Outcome, result.Status));
        Assert.Equal((ExportCodes.UnsafeContent, FailureReason.UnsafeContent, NextStep.FixDocument), (result.Failure!.Code, result.Failure.Reason, result.Failure.NextStep));
        Assert.Equal([("$.summary", "github_token"), ("$.labels[1]", "github_token")], result.Failure.Violations.Select(static violation => (violation.Path, violation.Rule)));
        Assert.Contains("$.summary (github_token)", result.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Redaction:Mode to Mask", result.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.ToString() + string.Concat(result.Failure.Violations), StringComparison.Ordinal);
        Assert.Empty(harness.Provider.Creates);
        Assert.Null(await harness.Queries.ReadDocumentAsync("acme", result.ExportId!, default));
        Assert.DoesNotContain(Secret, $"{await harness.StoredAsync(result)} {Assert.Single(await harness.AttemptsAsync(result))}", StringComparison.Ordinal);
        var clean = await harness.ExportAsync(document: Documents.Checkout);
        Assert.Equal((ExportOutcome.Created, result.ExportId), (clean.Outcome, clean.ExportId));
    }

    [Fact]
    [Trait("Behaviour", "S289")]
    [Trait("Behaviour", "S377")]
    public async Task Masking_sends_and_stores_labels_under_the_same_identity()
    {
        await using var harness = new ExporterHarness(static builder => builder.Services.Configure<TicketExportOptions>(static options => options.Redaction.Mode = RedactionMode.Mask));

        var result = await harness.ExportAsync(document: Leaking);

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        var sent = Assert.Single(harness.Provider.Creates);
        Assert.Equal("Seen: [redacted:github_token]", sent.Document.Summary);
        Assert.DoesNotContain(Secret, sent.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExportOutcome.AlreadyExported, (await harness.ExportAsync(document: Documents.Checkout)).Outcome);
    }

    [Theory]
    [InlineData(RedactionMode.Block)]
    [InlineData(RedactionMode.Mask)]
    public async Task A_secret_in_the_identity_blocks_in_both_modes(RedactionMode mode)
    {
        await using var harness = new ExporterHarness(builder => builder.Services.Configure<TicketExportOptions>(options => options.Redaction.Mode = mode));

        var result = await harness.ExportAsync(document: Documents.Checkout with { Source = Documents.Checkout.Source with { Fingerprint = Secret } });

        Assert.Equal((ExportCodes.UnsafeContent, null), (result.Failure!.Code, result.ExportId));
        Assert.Equal("$.source.fingerprint", Assert.Single(result.Failure.Violations).Path);
        Assert.Contains("never masked", result.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Provider.Creates);
    }

    [Fact]
    public async Task The_host_chooses_the_gate_of_an_account()
    {
        await using var harness = new ExporterHarness(static builder => builder.UseRedaction<MaskingForAcme>());

        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync(document: Leaking)).Outcome);
        var other = await harness.Exporter.ExportAsync(Documents.RequestFor("board", Leaking, accountId: "other"));
        Assert.Equal(ExportCodes.UnsafeContent, other.Failure!.Code);
    }

    [Fact]
    public async Task Options_come_from_configuration()
    {
        await using var provider = From(
            ("Mode", "Mask"), ("EnabledRules:0", "email_address"), ("DisabledRules:jwt", "our findings are about tokens"), ("HostRules:customer:Pattern", "kd-[0-9]{6}"),
            ("HostRules:customer:IgnoreCase", "true"));

        var gate = await provider.GetRequiredService<IRedactionGateSource>().GetAsync("acme", default);
        var text = gate.Inspect("t", $"ana@shop.example KD-123456 {Made.Jwt()}").Text;

        Assert.Equal($"[redacted:email_address] [redacted:customer] {Made.Jwt()}", text);
        Assert.Same(gate, await provider.GetRequiredService<IRedactionGateSource>().GetAsync("other", default));
    }

    [Theory]
    [InlineData("Mod", "Mask", "TicketExport:Redaction:Mod is not a setting")]
    [InlineData("Mode", "9", "TicketExport:Redaction:Mode is not a mode")]
    [InlineData("EnabledRules:0", "jwt", "TicketExport:Redaction:EnabledRules:0 is not an optional rule")]
    [InlineData("DisabledRules:jwtt", "why", "TicketExport:Redaction:DisabledRules:jwtt is not a rule")]
    [InlineData("DisabledRules:jwt", " ", "TicketExport:Redaction:DisabledRules:jwt gives no reason")]
    [InlineData("HostRules:Bad-Id:Pattern", "a", "TicketExport:Redaction:HostRules:Bad-Id is not an id")]
    [InlineData("HostRules:jwt:Pattern", "a", "TicketExport:Redaction:HostRules:jwt has the id of a rule")]
    [InlineData("HostRules:own:Description", "a", "TicketExport:Redaction:HostRules:own:Pattern is missing")]
    [InlineData("HostRules:own:Pattern", "(", "TicketExport:Redaction:HostRules:own:Pattern is not a regular expression")]
    [InlineData("HostRules:own:Pattern", "a*", "TicketExport:Redaction:HostRules:own:Pattern matches the empty text")]
    [InlineData("HostRules:own:Pattern", "(?<=a)b", "TicketExport:Redaction:HostRules:own:Pattern cannot run without backtracking")]
    [InlineData("HostRules:own:Patern", "a", "TicketExport:Redaction:HostRules:own:Patern is not a setting")]
    [Trait("Fault", "F179")]
    public void A_wrong_setting_is_named(string key, string value, string message)
    {
        using var provider = From((key, value));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TicketExportOptions>>().Value);

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider From(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>("TicketExport:Redaction:" + setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddTicketExport(configuration.GetSection("TicketExport")).AddMock();
        return services.BuildServiceProvider();
    }

    private sealed class MaskingForAcme : IRedactionGateSource
    {
        private readonly RedactionGate _block = new(new RedactionOptions());
        private readonly RedactionGate _mask = new(new RedactionOptions { Mode = RedactionMode.Mask });

        public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken) =>
            Task.FromResult<IRedactionGate>(accountId == "acme" ? _mask : _block);
    }
}
