using System.Collections.Immutable;
using System.Text.Json;
using TicketExport.Providers.GitHub.Internal;
using TicketExport.Providers.Tests.Specifications;
using TicketExport.States;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubInboundTests
{
    private const string PublishedFile = "github/webhook-examples.issues.json";
    private const string Secret = "It's a Secret to Everybody";
    private static readonly string[] PublishedKinds = ["issues", "issue_comment", "ping", "label"];
    private static readonly DateTimeOffset Now = new(2026, 11, 3, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The test values of GitHub's page "Validating webhook deliveries".</summary>
    [Fact]
    public void The_published_signature_fits()
    {
        var delivery = GitHubDeliveries.Sign("ping", "Hello, World!", Secret);

        Assert.Equal("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", delivery.Headers["X-Hub-Signature-256"]);
        Assert.Empty(Assert.IsType<InboundOutcome.Authentic>(Read(delivery)).Events);
    }

    [Fact]
    public void The_former_secret_verifies_as_long_as_it_is_set()
    {
        var delivery = GitHubDeliveries.Sign("ping", "{}", "former");

        Assert.IsType<InboundOutcome.Authentic>(GitHubInbound.Read(Request(delivery, new("webhook_secret", Secret), new("previous_webhook_secret", "former"))));
        Assert.Equal(InboundRefusal.SignatureInvalid, Assert.IsType<InboundOutcome.Refused>(Read(delivery)).Refusal);
        Assert.Equal(InboundRefusal.NoSecret, Assert.IsType<InboundOutcome.Refused>(GitHubInbound.Read(Request(delivery))).Refusal);
    }

    [Theory]
    [InlineData("sha1=")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17, sha256=00")]
    [Trait("Fault", "F117")]
    public void A_signature_of_another_shape_is_refused(string signature)
    {
        var delivery = GitHubDeliveries.Sign("ping", "Hello, World!", Secret);

        Assert.Equal(
            InboundRefusal.SignatureInvalid,
            Assert.IsType<InboundOutcome.Refused>(Read(delivery with { Headers = delivery.Headers.SetItem("X-Hub-Signature-256", signature) })).Refusal);
    }

    [Fact]
    public void A_form_and_other_text_is_malformed_once_it_is_verified()
    {
        Assert.IsType<InboundOutcome.Malformed>(Read(GitHubDeliveries.Sign("issues", "payload=%7B%7D", Secret)));
        Assert.IsType<InboundOutcome.Malformed>(Read(GitHubDeliveries.Sign("issues", """{"action":"closed"}""", Secret)));
        Assert.IsType<InboundOutcome.Malformed>(Read(GitHubDeliveries.Sign("issues", """{"action":"closed","issue":{"id":1,"number":1},"repository":{"full_name":"../x"}}""", Secret)));
    }

    [Fact]
    public void A_closed_ticket_is_told_with_its_status_and_who_did_it()
    {
        var body = """
            {"action":"closed","issue":{"id":444500041,"number":1,"html_url":"https://github.com/Codertocat/Hello-World/issues/1","state":"closed",
            "state_reason":"completed","updated_at":"2019-05-15T15:20:21Z"},"repository":{"full_name":"Codertocat/Hello-World"},"sender":{"id":21031067,"login":"Codertocat"}}
            """;

        var verified = Assert.IsType<InboundOutcome.Authentic>(Read(GitHubDeliveries.Sign("issues", body, Secret)));

        var told = Assert.Single(verified.Events);
        Assert.Equal("72d3162e-cc78-11e3-81ab-4c9367dc0958", verified.DeliveryId);
        Assert.Equal((InboundEventKind.TicketChanged, "444500041", "Codertocat/Hello-World#1"), (told.Kind, told.Ticket.ProviderTicketId, told.Ticket.ExternalIssueId));
        Assert.Equal(("closed (completed)", ProviderStatus.Done, "21031067"), (told.RawStatus, told.Status, told.ActorId));
        Assert.Equal(new DateTimeOffset(2019, 5, 15, 15, 20, 21, TimeSpan.Zero), told.OccurredAt);
        Assert.Equal("https://github.com/Codertocat/Hello-World/issues/1", told.Ticket.Url?.AbsoluteUri);
    }

    [Fact]
    public void A_comment_on_a_pull_request_is_no_concern_of_ours()
    {
        var body = """{"action":"created","issue":{"id":1,"number":1,"pull_request":{}},"comment":{"id":2,"body":"x"},"repository":{"full_name":"a/b"}}""";

        Assert.Empty(Assert.IsType<InboundOutcome.Authentic>(Read(GitHubDeliveries.Sign("issue_comment", body, Secret))).Events);
    }

    [SpecsFact(PublishedFile)]
    public void Every_published_example_is_read()
    {
        var examples = PublishedKinds
            .SelectMany(static kind => Published.Examples(kind).Select(example => (Kind: kind, example.Action, example.Text)))
            .ToArray();

        Assert.Equal(48, examples.Length);
        foreach (var (kind, action, text) in examples)
        {
            var verified = Assert.IsType<InboundOutcome.Authentic>(Read(GitHubDeliveries.Sign(kind, text, Secret)));

            // GitHub tells of milestones of pull requests as of those of issues.
            var isPullRequest = text.Contains("\"pull_request\"", StringComparison.Ordinal);
            Assert.Equal(isPullRequest ? InboundEventKind.Unknown : KindOf(kind, action), verified.Events is [var told] ? told.Kind : InboundEventKind.Unknown);
            Assert.All(verified.Events, static told => Assert.Matches("^[0-9]+$", told.ActorId));
            Assert.All(verified.Events, told => Assert.Equal(kind == "issue_comment", told.CommentId is not null));
        }
    }

    private static InboundEventKind KindOf(string kind, string? action) => (kind, action) switch
    {
        ("issues", "deleted") => InboundEventKind.TicketDeleted,
        ("issues", _) => InboundEventKind.TicketChanged,
        ("issue_comment", "created") => InboundEventKind.CommentAdded,
        ("issue_comment", "edited") => InboundEventKind.CommentEdited,
        ("issue_comment", "deleted") => InboundEventKind.CommentDeleted,
        _ => InboundEventKind.Unknown,
    };

    private static InboundOutcome Read(AdapterDelivery delivery) => GitHubInbound.Read(Request(delivery, new KeyValuePair<string, string>("webhook_secret", Secret)));

    private static InboundRequest Request(AdapterDelivery delivery, params KeyValuePair<string, string>[] secrets) => new()
    {
        Target = new TicketTarget
        {
            Id = "x",
            ProviderKey = GitHubDefaults.Key,
            Settings = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("repository", "a/b"),
        },
        Credential = new TicketCredential([.. secrets, new("token", "t")]),
        Address = delivery.Address,
        Headers = delivery.Headers,
        Body = delivery.Body,
        ReceivedAt = Now,
    };

    private static class Published
    {
        public static (string? Action, string Text)[] Examples(string kind)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(SpecsFolder.Find(PublishedFile)));
            return [.. document.RootElement.EnumerateArray()
                .Where(entry => entry.GetProperty("name").GetString() == kind)
                .SelectMany(static entry => entry.GetProperty("examples").EnumerateArray())
                .Select(static example => (example.TryGetProperty("action", out var action) ? action.GetString() : null, example.GetRawText()))];
        }
    }
}
