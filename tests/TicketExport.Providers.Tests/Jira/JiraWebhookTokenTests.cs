using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraWebhookTokenTests
{
    private const string ClientSecret = "client-secret-of-the-app-of-acme";
    private const string Body = """{"webhookEvent":"jira:issue_updated","issue":{"id":"10001","key":"PROJ-1"},"timestamp":1772366400000}""";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Header = Part("""{"alg":"HS256","typ":"JWT"}""");

    [Theory]
    [InlineData(180)]
    [InlineData(-59)]
    public async Task A_delivery_of_an_app_is_believed_by_its_token(int lifeSeconds)
    {
        var verified = Assert.IsType<InboundOutcome.Authentic>(await ReadAsync($"Bearer {Token(Header, Claims(lifeSeconds), ClientSecret)}"));

        var told = Assert.Single(verified.Events);
        Assert.Equal((InboundEventKind.TicketChanged, "10001"), (told.Kind, told.Ticket.ProviderTicketId));
    }

    [Fact]
    public async Task A_token_that_is_over_or_was_made_in_the_future_is_refused()
    {
        foreach (var claims in new[] { Claims(-61), Claims(180, issuedSeconds: 61), Part("{}"), Part("""{"exp":"soon"}"""), Part("""{"exp":1e300}""") })
        {
            Assert.Equal(InboundRefusal.Expired, await RefusalOfAsync($"Bearer {Token(Header, claims, ClientSecret)}"));
        }
    }

    [Fact]
    public async Task A_token_of_another_secret_algorithm_or_form_is_refused()
    {
        var claims = Claims(180);
        var good = Token(Header, claims, ClientSecret);
        string[] tokens =
        [
            Token(Header, claims, "another-secret-of-another-app-00"),
            Token(Part("""{"alg":"none"}"""), claims, ClientSecret),
            Token(Part("""{"alg":"HS512"}"""), claims, ClientSecret),
            Token(Part("""{"typ":"JWT"}"""), claims, ClientSecret),
            Token(Part("[]"), claims, ClientSecret),
            Token("!", claims, ClientSecret),
            $"{Header}.{claims}.",
            $"{Header}.{claims}",
            $"{good}.x",
            good[..^1],
            $"{Header}.{Claims(181)}.{good.Split('.')[2]}",
            $"{good}{new string('A', 9_000)}",
            "\u00e9.\u00e9.\u00e9",
            "",
        ];

        foreach (var token in tokens)
        {
            Assert.Equal(InboundRefusal.SignatureInvalid, await RefusalOfAsync($"Bearer {token}"));
        }
    }

    [Fact]
    public async Task A_token_is_no_signature_where_the_target_knows_no_app_and_the_other_way_round()
    {
        var token = $"Bearer {Token(Header, Claims(180), ClientSecret)}";
        var credential = new TicketCredential([new("webhook_secret", ClientSecret)]);

        Assert.Equal(InboundRefusal.SignatureMissing, Assert.IsType<InboundOutcome.Refused>(await ReadAsync(token, credential)).Refusal);
        Assert.Equal(InboundRefusal.NoSecret, Assert.IsType<InboundOutcome.Refused>(await ReadAsync("Basic abc")).Refusal);
    }

    private static async Task<InboundRefusal> RefusalOfAsync(string authorization) =>
        Assert.IsType<InboundOutcome.Refused>(await ReadAsync(authorization)).Refusal;

    private static async Task<InboundOutcome> ReadAsync(string authorization, TicketCredential? credential = null)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        return export.Provider<IInboundProvider>().Read(new InboundRequest
        {
            Target = new() { Id = "acme-hook", ProviderKey = "jira" },
            Credential = credential ?? new([new(JiraDefaults.ClientSecretCredential, ClientSecret)]),
            Address = new Uri("https://host.example.test/hooks/jira"),
            Headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("authorization", authorization),
            Body = Encoding.UTF8.GetBytes(Body),
            ReceivedAt = Now,
        });
    }

    private static string Claims(int lifeSeconds, int issuedSeconds = 0) =>
        Part($$"""{"iss":"app","iat":{{Now.ToUnixTimeSeconds() + issuedSeconds}},"exp":{{Now.ToUnixTimeSeconds() + lifeSeconds}}}""");

    private static string Token(string header, string claims, string secret) =>
        $"{header}.{claims}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{header}.{claims}")))}";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
