using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed class WebhookHeadersTests
{
    [Fact]
    public void Default_names_are_the_published_ones()
    {
        var headers = WebhookHeaders.Default;

        Assert.Equal(
            [
                "X-WebRiskOps-Event", "X-WebRiskOps-Schema", "X-WebRiskOps-Idempotency-Key",
                "X-WebRiskOps-Timestamp", "X-WebRiskOps-Nonce", "X-WebRiskOps-Signature",
            ],
            [headers.Event, headers.Schema, headers.IdempotencyKey, headers.Timestamp, headers.Nonce, headers.Signature]);
        Assert.Equal("X-Signature", WebhookHeaders.TicketSyncSignature);
    }

    [Fact]
    public void Prefix_starts_every_name()
    {
        var headers = WebhookHeaders.WithPrefix("X-Acme-");

        Assert.Equal("X-Acme-", headers.Prefix);
        Assert.Equal("X-Acme-Idempotency-Key", headers.IdempotencyKey);
        Assert.Equal(WebhookHeaders.WithPrefix("X-Acme-"), headers);
        Assert.NotEqual(WebhookHeaders.Default, headers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X Acme-")]
    [InlineData("X-Acme:")]
    [InlineData("X-Acme-\r\nX-Injected-")]
    [InlineData("X-Ünïcode-")]
    [InlineData("X-Acme\0-")]
    [InlineData("X-Acme(-")]
    [Trait("Fault", "F164")]
    public void Prefix_that_is_no_HTTP_token_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(nameof(prefix), () => WebhookHeaders.WithPrefix(prefix));

    [Fact]
    public void Prefix_may_have_64_characters_and_no_more()
    {
        Assert.Equal(64, WebhookHeaders.WithPrefix(new string('x', 64)).Prefix.Length);
        Assert.Throws<ArgumentException>("prefix", () => WebhookHeaders.WithPrefix(new string('x', 65)));
    }

    [Theory]
    [InlineData("X-")]
    [InlineData("x-")]
    public void Prefix_that_takes_the_header_of_the_other_profile_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(nameof(prefix), () => WebhookHeaders.WithPrefix(prefix));
}
