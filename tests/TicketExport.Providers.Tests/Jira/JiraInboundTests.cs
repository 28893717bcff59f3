using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Providers.Tests.Specifications;
using TicketExport.States;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraInboundTests
{
    // Published by Atlassian on the page "Webhooks" of the Jira Cloud platform.
    private const string VectorSecret = "It's a Secret to Everybody";
    private const string VectorSignature = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_published_signature_is_verified()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var request = Request(Encoding.UTF8.GetBytes("Hello World!"), VectorSignature, VectorSecret);

        Assert.IsType<InboundOutcome.Malformed>(export.Provider<IInboundProvider>().Read(request));
        Assert.Equal(
            InboundRefusal.SignatureInvalid,
            Assert.IsType<InboundOutcome.Refused>(export.Provider<IInboundProvider>().Read(request with { Body = Encoding.UTF8.GetBytes("Hello World?") })).Refusal);
    }

    [Theory]
    [InlineData("sha1=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9")]
    [InlineData("sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263")]
    [InlineData("sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263zz")]
    [InlineData("a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9")]
    public async Task A_signature_of_another_form_is_invalid(string signature)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);

        var outcome = export.Provider<IInboundProvider>().Read(Request(Encoding.UTF8.GetBytes("Hello World!"), signature, VectorSecret));

        Assert.Equal(InboundRefusal.SignatureInvalid, Assert.IsType<InboundOutcome.Refused>(outcome).Refusal);
    }

    [Theory]
    [InlineData(25, 0, false)]
    [InlineData(-2, 0, false)]
    [InlineData(23, 0, true)]
    public async Task A_delivery_that_is_a_day_old_is_a_replay(int hours, int minutes, bool isBelieved)
    {
        var time = new FakeTimeProvider(Now);
        await using var jira = await FakeJira.StartAsync(new() { TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time);
        await export.CreatedAsync();
        var delivery = jira.Deliver("PROJ-1", "jira:issue_updated", VectorSecret);
        var request = Request(delivery.Body, delivery.Headers["X-Hub-Signature"], VectorSecret) with { ReceivedAt = Now + new TimeSpan(hours, minutes, 0) };

        var outcome = export.Provider<IInboundProvider>().Read(request);

        Assert.Equal(isBelieved, outcome is InboundOutcome.Authentic);
        Assert.Equal(!isBelieved, outcome is InboundOutcome.Refused { Refusal: InboundRefusal.Expired });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repeated_delivery_has_the_id_of_the_first(bool isDataCenter)
    {
        var time = new FakeTimeProvider(Now);
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = isDataCenter, TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time, isDataCenter: isDataCenter);
        await export.CreatedAsync();
        var delivery = jira.Deliver("PROJ-1", "comment_created", VectorSecret, jira.ActorId);
        var request = Request(delivery.Body, "", VectorSecret) with { Headers = delivery.Headers, ReceivedAt = Now };

        var first = Assert.IsType<InboundOutcome.Authentic>(export.Provider<IInboundProvider>().Read(request));
        var second = Assert.IsType<InboundOutcome.Authentic>(export.Provider<IInboundProvider>().Read(request));

        Assert.NotNull(first.DeliveryId);
        Assert.Equal(first.DeliveryId, second.DeliveryId);
        var told = Assert.Single(first.Events);
        Assert.Equal((InboundEventKind.CommentAdded, "10001", jira.ActorId), (told.Kind, told.Ticket.ProviderTicketId, told.ActorId));
    }

    [JiraSpecsTheory("jira-cloud/webhook-samples/webhook-issue-created.json")]
    [InlineData("jira-cloud", "webhook-issue-created", InboundEventKind.TicketChanged, "10040", "TES-41", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-issue-updated-resolved", InboundEventKind.TicketChanged, "10040", "TES-41", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-issue-updated-labels", InboundEventKind.TicketChanged, "10040", "TES-41", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-issue-deleted", InboundEventKind.TicketDeleted, "10303", "IDT-19", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-cloud-comment-created", InboundEventKind.CommentAdded, "10040", "TES-41", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-cloud-comment-updated", InboundEventKind.CommentEdited, "10040", "TES-41", "5c5f880629be9642ba529340")]
    [InlineData("jira-cloud", "webhook-cloud-comment-deleted", InboundEventKind.CommentDeleted, "10357", "KT-7", null)]
    [InlineData("jira-dc", "webhook-server-comment-created", InboundEventKind.CommentAdded, "10013", null, "jdoe")]
    [InlineData("jira-dc", "webhook-server-comment-deleted", InboundEventKind.CommentDeleted, "10013", null, "jdoe")]
    [InlineData("jira-dc", "webhook-server-issue-updated-commented-2", InboundEventKind.CommentAdded, "10231", "PRJA-42", "testUser")]
    [InlineData("jira-dc", "webhook-server-issue-updated-reopened", InboundEventKind.TicketChanged, "10300", "TES-4", "jdoe")]
    [InlineData("jira-dc", "webhook-server-issue-updated-resolved", InboundEventKind.TicketChanged, "10300", "TES-4", "jdoe")]
    public async Task A_real_delivery_is_read(string folder, string file, InboundEventKind kind, string id, string? key, string? actor)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var body = await File.ReadAllBytesAsync(SpecsFolder.Find($"{folder}/webhook-samples/{file}.json"));
        var sentAt = DateTimeOffset.FromUnixTimeMilliseconds(System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("timestamp").GetInt64());
        var signature = $"sha256={Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(VectorSecret), body))}";

        var verified = Assert.IsType<InboundOutcome.Authentic>(export.Provider<IInboundProvider>().Read(Request(body, signature, VectorSecret) with { ReceivedAt = sentAt.AddSeconds(3) }));

        var told = Assert.Single(verified.Events);
        Assert.Equal((kind, id, key, actor), (told.Kind, told.Ticket.ProviderTicketId, told.Ticket.ExternalIssueId, told.ActorId));
        Assert.Equal(sentAt, told.OccurredAt);
        Assert.Equal(kind is InboundEventKind.CommentAdded or InboundEventKind.CommentEdited, told.Comment is not null);
        if (told.Comment is { } comment)
        {
            Assert.NotEmpty(comment.Text);
            Assert.NotEqual(DateTimeOffset.UnixEpoch, comment.WrittenAt);
        }

        Assert.Equal(file.EndsWith("resolved", StringComparison.Ordinal) ? ProviderStatus.Done : told.Status, told.Status);
    }

    [Theory]
    [InlineData("\"jsdPublic\":false,\"body\":\"x\"", true, "x")]
    [InlineData("\"jsdPublic\":true,\"body\":\"x\"", false, "x")]
    [InlineData("\"visibility\":{\"type\":\"role\",\"value\":\"Developers\"},\"body\":\"x\"", true, "x")]
    [InlineData("\"body\":{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"hardBreak\"},{\"type\":\"text\",\"text\":\"b\"}]},{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"c\"}]}]}", false, "a\nb\nc")]
    public async Task A_comment_is_read_as_plain_text_and_a_private_one_is_told(string members, bool isPrivate, string text)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        var body = Encoding.UTF8.GetBytes($"{{\"webhookEvent\":\"comment_created\",\"comment\":{{\"id\":\"7\",{members}}},\"issue\":{{\"id\":\"10001\"}}}}");
        var signature = $"sha256={Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(VectorSecret), body))}";

        var told = Assert.Single(Assert.IsType<InboundOutcome.Authentic>(export.Provider<IInboundProvider>().Read(Request(body, signature, VectorSecret))).Events);

        Assert.Equal((isPrivate, text), (told.IsPrivate, told.Comment!.Text));
    }

    private static InboundRequest Request(ReadOnlyMemory<byte> body, string signature, string secret) => new()
    {
        Target = new() { Id = "acme-hook", ProviderKey = "jira" },
        Credential = new([new("webhook_secret", secret)]),
        Address = new Uri("https://host.example.test/hooks/jira"),
        Headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("x-hub-signature", signature),
        Body = body,
        ReceivedAt = Now,
    };
}
