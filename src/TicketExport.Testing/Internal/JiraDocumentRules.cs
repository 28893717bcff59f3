using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// What Jira Cloud refuses of a document: a string in its place, an empty text, inline where a block belongs, and text that is too long.
internal static class JiraDocumentRules
{
    private const string NotADocument = "Operation value must be an Atlassian Document (see the Atlassian Document Format)";
    private const int MaxLength = 32_767;

    public static string? FindProblem(JsonNode? value)
    {
        if (value is not JsonObject document || document["type"]?.GetValue<string>() != "doc" || document["version"]?.GetValue<int>() != 1)
        {
            return NotADocument;
        }

        return !IsSound(document) ? "INVALID_INPUT" : LengthOf(document) > MaxLength ? "CONTENT_LIMIT_EXCEEDED" : null;
    }

    private static bool IsSound(JsonObject node)
    {
        var type = node["type"]?.GetValue<string>();
        if (type == "text")
        {
            return !string.IsNullOrEmpty(node["text"]?.GetValue<string>());
        }

        var takesBlocks = type is "doc" or "listItem" or "tableCell" or "tableHeader" or "blockquote" or "panel";
        return (node["content"] as JsonArray ?? []).OfType<JsonObject>().All(child => !(takesBlocks && child["type"]?.GetValue<string>() is "text" or "hardBreak") && IsSound(child));
    }

    private static int LengthOf(JsonObject node) =>
        (node["text"]?.GetValue<string>().Length ?? 0) + (node["content"] as JsonArray ?? []).OfType<JsonObject>().Sum(LengthOf);
}
