using System.Text;
using System.Text.Json;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed class WebhookSecretTests
{
    private const string Text = "canary-secret-value-0001";

    [Fact]
    [Trait("Fault", "F200")]
    public void Byte_count_is_that_of_the_UTF8_form()
    {
        Assert.Equal(24, WebhookSecret.MinimumBytes);
        Assert.Equal(24, WebhookSecret.FromText(Text).ByteCount);
        Assert.Equal(2, WebhookSecret.FromText("é").ByteCount);
    }

    [Fact]
    public void Text_and_its_UTF8_bytes_are_the_same_secret() =>
        Assert.Equal(
            TicketSyncSignature.Sign(WebhookSecret.FromText("schlüssel"), "body"u8),
            TicketSyncSignature.Sign(WebhookSecret.FromBytes("schlüssel"u8), "body"u8));

    [Fact]
    public void Bytes_are_copied()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var secret = WebhookSecret.FromBytes(bytes);
        bytes[0] ^= 1;

        Assert.Equal(TicketSyncSignature.Sign(WebhookSecret.FromText(Text), "body"u8), TicketSyncSignature.Sign(secret, "body"u8));
    }

    [Fact]
    public void Empty_secret_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WebhookSecret.FromText(""));
        Assert.Throws<ArgumentException>(() => WebhookSecret.FromBytes([]));
        Assert.Throws<ArgumentNullException>(() => WebhookSecret.FromText(null!));
    }

    [Fact]
    [Trait("Fault", "F175")]
    public void Lone_surrogate_is_refused_without_showing_the_secret()
    {
        var exception = Assert.Throws<ArgumentException>(() => WebhookSecret.FromText(Text + "\ud800"));

        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("D800", exception.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_shows_the_secret()
    {
        var secret = WebhookSecret.FromText(Text);

        Assert.Equal("***", secret.ToString());
        Assert.Equal("""{"ByteCount":24}""", JsonSerializer.Serialize(secret));
    }
}
