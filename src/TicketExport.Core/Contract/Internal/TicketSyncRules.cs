using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>The members of a ticket-sync event, and which of them each event asks for.</summary>
internal static class TicketSyncRules
{
    private const string ExternalId = "external_id";
    private const string CommentMember = "comment";
    private const string TicketExport = "ticket_export";
    private const string RenderedBody = "rendered_body";

    // The receiver's own id: opaque, so it stays the string that it is.
    private static readonly ValueRule<string> OpaqueId = new StringRule(ContractLimits.IdLength, StringForm.Line);

    private static readonly ObjectRule<TicketSyncComment> Comment = new ObjectRule<TicketSyncComment>()
        .Required("id", static comment => comment.Id, OpaqueId)
        .Required("body", static comment => comment.Body, StringRules.Summary)
        .Nullable("author", static comment => comment.Author, StringRules.Label);

    public static ObjectRule<TicketSyncMessage> Message { get; } = new ObjectRule<TicketSyncMessage>()
        .Required("event", static message => message.Event, StringRules.OneOf(TicketSyncEvents.All))
        .Required("idempotency_key", static message => message.IdempotencyKey, StringRules.IdempotencyKey)
        .Nullable(ExternalId, static message => message.ExternalId, OpaqueId)
        .Nullable(CommentMember, static message => message.Comment, Comment)
        .Nullable(TicketExport, static message => message.TicketExport, DocumentRules.Document)
        .Nullable(RenderedBody, static message => message.RenderedBody, EnvelopeRules.Body)
        .Together(CheckValue, CheckJson);

    private static void CheckValue(TicketSyncMessage message, ViolationCollector violations) => Check(
        message.Event,
        member => member switch
        {
            ExternalId => message.ExternalId is not null,
            CommentMember => message.Comment is not null,
            TicketExport => message.TicketExport is not null,
            _ => message.RenderedBody is not null,
        },
        violations);

    private static void CheckJson(JsonElement message, ViolationCollector violations)
    {
        var name = message.TryGetProperty("event", out var json) && json.ValueKind == JsonValueKind.String && JsonText.TryGet(json, out var text)
            ? text
            : null;
        Check(name, member => message.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null, violations);
    }

    private static void Check(string? name, Func<string, bool> isSet, ViolationCollector violations)
    {
        string[] needed = name switch
        {
            TicketSyncEvents.Create => [TicketExport, RenderedBody],
            TicketSyncEvents.Close => [ExternalId],
            TicketSyncEvents.Comment => [ExternalId, CommentMember],
            _ => [],
        };
        foreach (var member in needed)
        {
            if (!isSet(member))
            {
                violations.AddAt(member, ContractRules.Required, $"Is not set. A '{name}' event gives it.");
            }
        }
    }
}
