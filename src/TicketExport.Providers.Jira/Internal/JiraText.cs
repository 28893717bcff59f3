using System.Text;
using System.Text.Json;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Reads a text of Jira's as plain text: wiki markup as it stands, a document by its text nodes. Pure.</summary>
internal static class JiraText
{
    public static string Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return JiraReading.TextOf(body) ?? "";
        }

        var output = new StringBuilder();
        Append(output, body);
        return output.ToString().TrimEnd('\n');
    }

    // The JSON reader has bounded the depth.
    private static void Append(StringBuilder output, JsonElement node)
    {
        var type = JiraReading.TextOf(node, "type");
        switch (type)
        {
            case "text":
                output.Append(JiraReading.TextOf(node, "text"));
                return;
            case "hardBreak":
                output.Append('\n');
                return;
            case "mention" or "emoji" or "status" when node.TryGetProperty("attrs", out var attributes):
                output.Append(JiraReading.TextOf(attributes, "text"));
                return;
        }

        if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in content.EnumerateArray())
            {
                Append(output, child);
            }
        }

        if (type is "paragraph" or "heading" or "codeBlock")
        {
            output.Append('\n');
        }
    }
}
