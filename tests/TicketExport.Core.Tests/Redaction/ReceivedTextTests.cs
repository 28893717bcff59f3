using TicketExport.Contract;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;

namespace TicketExport.Core.Tests.Redaction;

public sealed class ReceivedTextTests
{
    private const string Token = "canary-value-of-a-token";

    private static readonly TargetSecrets Secrets = new(
        new TicketTarget { Id = "board", ProviderKey = "scripted" }, new TicketCredential([new("token", Token)]));

    private static readonly string Leaked = Made.Token("gh" + "p_", 36);

    [Fact]
    [Trait("Fault", "F196")]
    public void The_gate_masks_what_it_would_block_in_a_document() =>
        Assert.Equal("Refused [redacted:github_token].", Of(new RedactionGate(new RedactionOptions())).Message($"Refused {Leaked}."));

    [Fact]
    public void The_credential_is_masked_also_where_the_gate_is_off() =>
        Assert.Equal($"Refused [redacted:credential], {Leaked}.", Of(new RedactionGate(new RedactionOptions { Mode = RedactionMode.Off })).Message($"Refused {Token}, {Leaked}."));

    [Fact]
    [Trait("Fault", "F198")]
    public void A_message_is_one_line_of_plain_text() =>
        Assert.Equal(
            "first  [31msecond third",
            Of().Message("first\r\n \u001b[31msecond\u2028third\u202e\0"));

    [Theory]
    [InlineData("canary-val\u200bue-of-a-token")]
    [InlineData("canary-val\0ue-of-a-token")]
    public void A_secret_parted_by_what_nobody_sees_is_found(string echo) => Assert.Equal("[redacted:credential]", Of().Message(echo));

    [Fact]
    public void A_long_message_is_cut_and_keeps_no_half_character()
    {
        var message = Of().Message(string.Concat(Enumerable.Repeat("\U0001F600", 2_000)));

        Assert.Equal(ReceivedText.MaxMessage, message.Length + 1);
        Assert.EndsWith("\U0001F600…", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_of_the_document_is_masked_and_a_common_word_is_not()
    {
        var text = Of(document: Documents.Checkout);

        Assert.Equal("Field 'summary' must not be '[redacted:payload]'", text.Message($"Field 'summary' must not be '{Documents.Checkout.Summary[..40]}'"));
        Assert.Equal("The checkout form has no field 'open'.", text.Message("The checkout form has no field 'open'."));
    }

    [Theory]
    [InlineData("https://tracker.example.test/7", "https://tracker.example.test/7")]
    [InlineData("https://tracker.example.test/7?view=all", "https://tracker.example.test/7?view=all")]
    [InlineData("https://tracker.example.test/7?view=canary-value-of-a-token", "https://tracker.example.test/7")]
    [InlineData("https://tracker.example.test/7?access_token=q7Wm2Zr9Lk4Xt1Bv8Ny5", "https://tracker.example.test/7")]
    [InlineData("https://tracker.example.test/7#access_token=q7Wm2Zr9Lk4Xt1Bv8Ny5", "https://tracker.example.test/7")]
    [InlineData("https://tracker.example.test/canary-value-of-a-token/7?a=b", null)]
    public void An_address_loses_its_query_or_itself(string address, string? expected) =>
        Assert.Equal(expected, Of().Address(new Uri(address))?.OriginalString);

    [Fact]
    public async Task A_gate_of_the_host_that_only_judges_withholds_what_it_blocks()
    {
        var text = await TextsOf(new Judge()).OfAsync(new AccountScope { Id = "acme" }, new TicketTarget { Id = "b", ProviderKey = "s" }, new TicketCredential([]), null, default);

        Assert.Equal(("[withheld]", "fine"), (text.Message("a bad word"), text.Message("fine")));
    }

    private static ReceivedTexts TextsOf(IRedactionGate gate) => new(new OneGate(gate));

    private static ReceivedText Of(RedactionGate? gate = null, TicketExportDocument? document = null) =>
        new((gate ?? Gates.All(RedactionMode.Block)).Mask, Secrets, document);

    private sealed class OneGate(IRedactionGate gate) : IRedactionGateSource
    {
        public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken) => Task.FromResult(gate);
    }

    private sealed class Judge : IRedactionGate
    {
        public RedactionVerdict Inspect(TicketExportDocument document) => new() { Document = document };

        public RedactedText Inspect(string path, string text) => new() { Text = text.Contains("bad", StringComparison.Ordinal) ? null : text };
    }
}
