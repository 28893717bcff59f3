using System.Net;
using System.Text;
using System.Text.Json;
using TicketExport.Redaction.Internal;

namespace TicketExport.Core.Tests.Redaction;

public sealed class TargetSecretsTests
{
    private const string Token = "k/9+Zq \"pass\" <&> wörd-27";
    private const string User = "bot@acme.example";

    private static readonly TargetSecrets Secrets = new(
        new TicketTarget
        {
            Id = "board",
            ProviderKey = "scripted",
            BaseUrl = new Uri("https://ann:p%40ssw0rd@hooks.example.test/hooks/catch/1234567/ab12cd/?key=q"),
            Settings = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("user", User),
        },
        new TicketCredential([new("token", Token), new("pin", "x7"), new("key", "line one of the key\nline two of the key")]));

    public static TheoryData<string> Echoes => new(
        Token,
        Token.ToUpperInvariant(),
        Token[..14],
        Uri.EscapeDataString(Token),
        JsonSerializer.Serialize(Token).Trim('"'),
        WebUtility.HtmlEncode(Token),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Token}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($":{Token}")),
        "p@ssw0rd",
        "line two of the key");

    [Theory]
    [MemberData(nameof(Echoes))]
    [Trait("Fault", "F196")]
    public void The_credential_is_found_in_every_form(string echo)
    {
        var masked = Secrets.Mask($"refused [{echo}].");

        Assert.StartsWith($"refused [{RedactionLabels.Credential}", masked, StringComparison.Ordinal);
        Assert.True(masked.Length <= $"refused [{RedactionLabels.Credential}==].".Length, masked);
    }

    [Theory]
    [InlineData("POST https://hooks.example.test/hooks/catch/1234567/ab12cd/ failed")]
    [InlineData("no hook /hooks/catch/1234567/ab12cd/?key=q")]
    [InlineData("no hook catch/1234567/ab")]
    public void The_path_of_the_address_is_found_also_in_part(string text)
    {
        var masked = Secrets.Mask(text);

        Assert.Contains(RedactionLabels.TargetAddress, masked, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_no_one_can_call_secret_stay() => Assert.Equal("row x7 of the board", Secrets.Mask("row x7 of the board"));

    [Fact]
    public void A_reference_is_judged_by_long_values_only()
    {
        Assert.True(Secrets.IsInReference($"https://tracker.example.test/1?t={Uri.EscapeDataString(Token)}"));
        Assert.False(new TargetSecrets(new TicketTarget { Id = "b", ProviderKey = "s" }, new TicketCredential([new("user", "acme")])).IsInReference("ACME-7"));
    }

    [Fact]
    public void A_text_of_the_host_keeps_short_names_and_the_address()
    {
        var secrets = new TargetSecrets(
            new TicketTarget { Id = "b", ProviderKey = "s", BaseUrl = new Uri("https://tracker.example.test/acme-org/project") },
            new TicketCredential([new("user", "acme"), new("password", "hunter22")]));

        Assert.Equal(
            $"acme: https://tracker.example.test/acme-org/project/7 {RedactionLabels.Credential}",
            secrets.MaskOutgoing("acme: https://tracker.example.test/acme-org/project/7 hunter22"));
    }
}
