using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Core.Tests.Vectors;
using TicketExport.States;

namespace TicketExport.Providers.Linear;

/// <summary>Verifying and reading what Linear's webhook sends.</summary>
public sealed class LinearInboundTests : IAsyncDisposable
{
    private const string Secret = "lin_wh_0123456789";
    private const string Issue = "7f0c3a52-1f6e-4c0b-9a5e-0d8f4b1c2d3e";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_774_915_205_000);

    private readonly TestExport _export = new(static builder => builder.AddLinear(TestExport.TargetId, static target => (target.Team, target.ApiKey) = ("ENG", "lin_api_1")));

    public ValueTask DisposeAsync() => _export.DisposeAsync();

    [Fact]
    public void A_changed_issue_is_read_with_status_and_actor()
    {
        var verified = Assert.IsType<InboundOutcome.Authentic>(Read(IssueBody("update")));

        var told = Assert.Single(verified.Events);
        Assert.Equal("delivery-1", verified.DeliveryId);
        Assert.Equal((InboundEventKind.TicketChanged, "Done", ProviderStatus.Done, "actor-1"), (told.Kind, told.RawStatus, told.Status, told.ActorId));
        Assert.Equal(
            new TicketReference { ProviderTicketId = Issue, ExternalIssueId = "ENG-123", Url = new Uri("https://linear.app/acme/issue/ENG-123/x") },
            told.Ticket);
        Assert.Equal(DateTimeOffset.Parse("2026-03-31T00:00:05Z", null), told.OccurredAt);
    }

    [Theory]
    [InlineData("remove", "false")]
    [InlineData("update", "true")]
    public void An_issue_in_the_trash_is_deleted_whichever_way_Linear_says_it(string action, string trashed) =>
        Assert.Equal(InboundEventKind.TicketDeleted, Assert.Single(Assert.IsType<InboundOutcome.Authentic>(Read(IssueBody(action, trashed))).Events).Kind);

    [Theory]
    [InlineData("create", InboundEventKind.CommentAdded)]
    [InlineData("update", InboundEventKind.CommentEdited)]
    [InlineData("remove", InboundEventKind.CommentDeleted)]
    public void A_comment_is_read_with_its_issue_and_author(string action, InboundEventKind kind)
    {
        var told = Assert.Single(Assert.IsType<InboundOutcome.Authentic>(Read(
            $$$"""{"action":"{{{action}}}","type":"Comment","actor":{"id":"actor-1","name":"Jo"},"data":{"id":"c-1","body":"Indeed","issueId":"{{{Issue}}}","issue":{"id":"{{{Issue}}}","identifier":"ENG-123"},"createdAt":"2026-03-31T00:00:01Z"},"createdAt":"2026-03-31T00:00:02Z","webhookTimestamp":1774915205000}""")).Events);

        Assert.Equal((kind, "c-1", Issue, "ENG-123", "actor-1"), (told.Kind, told.CommentId, told.Ticket.ProviderTicketId, told.Ticket.ExternalIssueId, told.ActorId));
        Assert.Equal(kind == InboundEventKind.CommentDeleted ? null : new ExternalComment("c-1", "Jo", "Indeed", DateTimeOffset.Parse("2026-03-31T00:00:01Z", null)), told.Comment);
        Assert.False(told.IsPrivate);
    }

    [Theory]
    [InlineData("""{"action":"create","type":"Comment","data":{"id":"c-1","body":"on a document"},"webhookTimestamp":1774915205000}""")]
    [InlineData("""{"action":"create","type":"Project","data":{"id":"p-1"},"webhookTimestamp":1774915205000}""")]
    public void What_is_no_concern_of_ours_tells_nothing(string body) =>
        Assert.Empty(Assert.IsType<InboundOutcome.Authentic>(Read(body)).Events);

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"type\":")]
    [InlineData("""{"type":"Issue","webhookTimestamp":"soon"}""")]
    [InlineData("""{"type":"Issue","type":"Comment","webhookTimestamp":1774915205000}""")]
    [InlineData("""{"type":"Issue","action":"update","webhookTimestamp":1774915205000}""")]
    [InlineData("""{"type":"Issue","action":"update","data":{"id":"a b"},"webhookTimestamp":1774915205000}""")]
    [InlineData("""{"type":"Comment","action":"create","data":{"issueId":"7f0c3a52"},"webhookTimestamp":1774915205000}""")]
    public void A_signed_body_that_cannot_be_read_is_malformed(string body) =>
        Assert.Equal("delivery-1", Assert.IsType<InboundOutcome.Malformed>(Read(body)).DeliveryId);

    [Theory]
    [InlineData(0, null)]
    [InlineData(60, null)]
    [InlineData(-60, null)]
    [InlineData(300, "300")]
    [Trait("Fault", "F119")]
    public void A_delivery_inside_the_window_is_believed(int secondsLater, string? tolerance) =>
        Assert.IsType<InboundOutcome.Authentic>(Read(IssueBody("update"), now: Now.AddSeconds(secondsLater), tolerance: tolerance));

    [Theory]
    [InlineData(61, null)]
    [InlineData(-61, null)]
    [InlineData(301, "300")]
    [Trait("Fault", "F119")]
    public void A_delivery_outside_the_window_is_refused(int secondsLater, string? tolerance) =>
        AssertRefused(InboundRefusal.Expired, Read(IssueBody("update"), now: Now.AddSeconds(secondsLater), tolerance: tolerance));

    [Theory]
    [InlineData("""{"type":"Issue","action":"update","data":{"id":"1"}}""")]
    [InlineData("""{"type":"Issue","action":"update","data":{"id":"1"},"webhookTimestamp":-9223372036854775808}""")]
    public void A_delivery_without_a_usable_time_in_its_signed_body_is_refused(string body) => AssertRefused(InboundRefusal.Expired, Read(body));

    [Fact]
    [Trait("Fault", "F114")]
    [Trait("Fault", "F115")]
    [Trait("Fault", "F117")]
    public void A_delivery_that_is_not_signed_by_one_of_the_secrets_is_refused()
    {
        var body = IssueBody("update");
        AssertRefused(InboundRefusal.NoSecret, Read(body, secrets: []));
        AssertRefused(InboundRefusal.SignatureMissing, Read(body, signature: ""));
        foreach (var signature in new[] { "00", new string('z', 64), SignatureOf(body, "other"), SignatureOf(body + " ", Secret), $"sha256={SignatureOf(body, Secret)}" })
        {
            AssertRefused(InboundRefusal.SignatureInvalid, Read(body, signature: signature));
        }
    }

    [Fact]
    [Trait("Fault", "F136")]
    public void The_former_secret_holds_beside_the_new_one()
    {
        Assert.IsType<InboundOutcome.Authentic>(Read(IssueBody("update"), secrets: [("webhook_secret", "lin_wh_new"), ("previous_webhook_secret", Secret)]));
        AssertRefused(InboundRefusal.SignatureInvalid, Read(IssueBody("update"), secrets: [("webhook_secret", "lin_wh_new"), ("api_key", Secret)]));
    }

    [SpecsFact("webhook-test-vectors.code-forges.json")]
    public void The_vector_that_was_made_like_Linears_own_library_is_verified()
    {
        var vector = JsonNode.Parse(File.ReadAllText(Path.Combine(SpecsFactAttribute.Folder!, "webhook-test-vectors.code-forges.json")))!["linear_selfmade"]!;

        var verified = Assert.IsType<InboundOutcome.Authentic>(Read(
            (string)vector["body"]!,
            signature: (string)vector["expected"]!,
            now: DateTimeOffset.FromUnixTimeMilliseconds((long)vector["now_ms"]!),
            secrets: [("webhook_secret", (string)vector["secret"]!)]));

        var told = Assert.Single(verified.Events);
        Assert.Equal(
            (InboundEventKind.CommentAdded, "2174add1-f7c8-44e3-bbf3-2d60b5ea8bc9", "aacdca22-6266-4c0a-ab3c-8fa70a26765c"),
            (told.Kind, told.CommentId, told.ActorId));
    }

    private static string IssueBody(string action, string trashed = "null") =>
        $$$"""{"action":"{{{action}}}","type":"Issue","createdAt":"2026-03-31T00:00:05.000Z","actor":{"id":"actor-1","type":"user","name":"Jo"},"data":{"id":"{{{Issue}}}","identifier":"ENG-123","title":"t","url":"https://linear.app/acme/issue/ENG-123/x","state":{"id":"s","name":"Done","type":"completed","color":"#5e6ad2"},"trashed":{{{trashed}}},"botActor":null,"updatedAt":"2026-03-31T00:00:05.000Z"},"updatedFrom":{"stateId":"s"},"webhookTimestamp":1774915205000,"webhookId":"w"}""";

    private static void AssertRefused(InboundRefusal refusal, InboundOutcome outcome) => Assert.Equal(refusal, Assert.IsType<InboundOutcome.Refused>(outcome).Refusal);

    private static string SignatureOf(string body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private InboundOutcome Read(string body, string? signature = null, DateTimeOffset? now = null, string? tolerance = null, (string Name, string Value)[]? secrets = null)
    {
        var settings = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
        var headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("linear-signature", signature ?? SignatureOf(body, Secret))
            .Add("Linear-Delivery", "delivery-1")
            .Add("Linear-Timestamp", "1");
        return ((IInboundProvider)_export.Provider).Read(new InboundRequest
        {
            Target = new TicketTarget
            {
                Id = TestExport.TargetId,
                ProviderKey = LinearDefaults.Key,
                Settings = tolerance is null ? settings : settings.Add(LinearDefaults.WebhookToleranceSetting, tolerance),
            },
            Credential = new TicketCredential((secrets ?? [("webhook_secret", Secret)]).Select(static secret => KeyValuePair.Create(secret.Name, secret.Value))),
            Address = new Uri("https://host.example.test/api/v1/webhooks/ticket-sync/acme-linear"),
            Headers = signature?.Length == 0 ? headers.Remove("Linear-Signature") : headers,
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = now ?? Now,
        });
    }
}
