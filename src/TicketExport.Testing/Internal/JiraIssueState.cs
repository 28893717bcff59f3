using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

internal sealed class JiraIssueState(string id, string key, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public string Key { get; private set; } = key;

    public List<string> OldKeys { get; } = [];

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    /// <summary>The values of the fields as they were sent, summary and labels among them.</summary>
    public JsonObject Fields { get; init; } = [];

    public Dictionary<string, JsonNode?> Properties { get; } = new(StringComparer.Ordinal);

    public List<JiraCommentState> Comments { get; } = [];

    public string Status { get; set; } = "To Do";

    public bool IsDeleted { get; set; }

    /// <summary>The ticket as it was shown last.</summary>
    public FakeTicket? Seen { get; set; }

    public ImmutableArray<string> Labels => [.. (Fields["labels"] as JsonArray ?? []).Select(static label => label!.GetValue<string>())];

    public bool IsNamed(string key) => Id == key || string.Equals(Key, key, StringComparison.OrdinalIgnoreCase) || OldKeys.Contains(key);

    public void Rename(string newKey)
    {
        OldKeys.Add(Key);
        Key = newKey;
    }

    public void SetLabel(string label, bool isThere) =>
        Fields["labels"] = new JsonArray([.. (isThere ? Labels.Remove(label).Add(label) : Labels.Remove(label)).Select(static label => (JsonNode)label)]);

    public void Append(string text)
    {
        if (Fields["description"] is JsonObject document)
        {
            document["content"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["type"] = "paragraph",
                ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            });
            return;
        }

        Fields["description"] = $"{Fields["description"]?.GetValue<string>()}\n\n{text}";
    }
}
