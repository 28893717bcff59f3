using System.Text;
using TicketExport.Contract;
using TicketExport.Core.Tests.TestData;

namespace TicketExport.Core.Tests.Contract;

public sealed class TicketSyncMessageTests
{
    private static readonly TicketSyncMessage Comment = new()
    {
        Event = TicketSyncEvents.Comment,
        IdempotencyKey = "comment-1",
        ExternalId = "042",
        Comment = new TicketSyncComment { Id = "c-1", Body = "grüße", Author = "Jane" },
    };

    [Fact]
    [Trait("Behaviour", "S256")]
    [Trait("Behaviour", "S257")]
    [Trait("Behaviour", "S258")]
    public void An_event_is_written_compact_with_sorted_members_and_always_the_same()
    {
        var bytes = TicketExportJson.ToCanonicalUtf8Bytes(Comment);

        Assert.Equal(
            """{"comment":{"author":"Jane","body":"grüße","id":"c-1"},"event":"ticket.comment","external_id":"042","idempotency_key":"comment-1","rendered_body":null,"ticket_export":null}""",
            Encoding.UTF8.GetString(bytes));
        Assert.Equal(bytes, TicketExportJson.ToCanonicalUtf8Bytes(Comment with { }));
    }

    [Fact]
    [Trait("Behaviour", "S250")]
    public void Each_event_comes_back_as_it_was_written()
    {
        var create = new TicketSyncMessage
        {
            Event = TicketSyncEvents.Create,
            IdempotencyKey = "create-1",
            TicketExport = TestDocuments.Full(),
            RenderedBody = new RenderedBody { Format = "markdown", Body = "text", Sections = ["summary"] },
        };
        var close = new TicketSyncMessage { Event = TicketSyncEvents.Close, IdempotencyKey = "close-1", ExternalId = "TCK-1" };

        Assert.All([create, close, Comment], message =>
        {
            var bytes = TicketExportJson.ToCanonicalUtf8Bytes(message);
            var read = TicketExportJson.ReadTicketSync(bytes);
            Assert.Empty(read.Violations);
            Assert.Equal(bytes, TicketExportJson.ToCanonicalUtf8Bytes(read.Value!));
        });
    }

    [Theory]
    [InlineData("""{"event":"ticket.create","idempotency_key":"k"}""", "$.ticket_export", "$.rendered_body")]
    [InlineData("""{"event":"ticket.close","idempotency_key":"k"}""", "$.external_id")]
    [InlineData("""{"event":"ticket.comment","idempotency_key":"k","external_id":"1","comment":null}""", "$.comment")]
    [InlineData("""{"event":"ticket.comment","idempotency_key":"k","external_id":"1","comment":{"body":"b"}}""", "$.comment.id")]
    [InlineData("""{"event":"ticket.close","external_id":"1"}""", "$.idempotency_key")]
    [InlineData("""{"event":"ticket.reopen","idempotency_key":"k"}""", "$.event")]
    [InlineData("""{"event":"ticket.close","idempotency_key":"k","external_id":12}""", "$.external_id")]
    [Trait("Fault", "F131")]
    public void What_an_event_lacks_is_named(string json, params string[] paths) =>
        Assert.Equal(paths, TicketExportJson.ReadTicketSync(Encoding.UTF8.GetBytes(json)).Violations.Select(violation => violation.Path));
}
