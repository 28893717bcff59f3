using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

internal sealed record JiraCommentState(string Id, JsonNode Body, JsonArray Properties, string AuthorId, DateTimeOffset CreatedAt);
