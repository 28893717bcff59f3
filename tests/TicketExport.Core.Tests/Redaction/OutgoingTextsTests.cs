using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;

namespace TicketExport.Core.Tests.Redaction;

public sealed class OutgoingTextsTests
{
    private static readonly string Leaked = Made.Token("gh" + "p_", 36);

    [Theory]
    [InlineData(RedactionMode.Block, null)]
    [InlineData(RedactionMode.Mask, "Seen: [redacted:github_token].")]
    public async Task A_comment_passes_the_gate_of_its_account(RedactionMode mode, string? expected)
    {
        var verdict = await InspectAsync(mode, $"Seen: {Leaked}.");

        Assert.Equal((expected, expected is null), (verdict.Text, verdict.IsBlocked));
        Assert.Equal(new RedactionFinding("$.comment", "github_token", CanMask: true), Assert.Single(verdict.Findings));
        Assert.DoesNotContain(Leaked, verdict.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RedactionMode.Block)]
    [InlineData(RedactionMode.Mask)]
    [InlineData(RedactionMode.Off)]
    public async Task The_credential_of_the_target_is_masked_in_every_mode(RedactionMode mode)
    {
        var verdict = await InspectAsync(mode, "Log in with canary-value-of-a-token.");

        Assert.Equal("Log in with [redacted:credential].", verdict.Text);
        Assert.Equal(("$.comment", "credential"), (Assert.Single(verdict.Findings).Path, verdict.Findings[0].RuleId));
    }

    [Fact]
    public async Task A_harmless_comment_is_left_alone()
    {
        var verdict = await InspectAsync(RedactionMode.Block, "Fixed in release 4.");

        Assert.Equal(("Fixed in release 4.", 0), (verdict.Text, verdict.Findings.Length));
    }

    private static Task<RedactedText> InspectAsync(RedactionMode mode, string text)
    {
        var gates = new ConfiguredGates(new FixedOptions(new TicketExportOptions { Redaction = { Mode = mode } }));
        return new OutgoingTexts(gates).InspectAsync(
            new AccountScope { Id = "acme" },
            new TicketTarget { Id = "board", ProviderKey = "scripted" },
            new TicketCredential([new("token", "canary-value-of-a-token")]),
            ("$.comment", text),
            default);
    }

    private sealed class FixedOptions(TicketExportOptions value) : IOptionsMonitor<TicketExportOptions>
    {
        public TicketExportOptions CurrentValue => value;

        public TicketExportOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<TicketExportOptions, string?> listener) => null;
    }
}
