using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.Redaction.Internal;

/// <summary>Lists every text of a document.</summary>
internal static class DocumentTexts
{
    public static IEnumerable<string> Of(TicketExportDocument document)
    {
        using var json = JsonDocument.Parse(TicketExportJson.ToUtf8Bytes(document));
        return [.. Of(json.RootElement)];
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => Of(member.Value)),
        _ => [],
    };
}
