using System.Text.Json.Nodes;

namespace TicketExport.Core.Tests.Contract;

/// <summary>Finds and changes single fields of a JSON tree by paths such as <c>$.evidence_links[0].url</c>.</summary>
internal static class JsonPath
{
    /// <summary>Paths of all members and list entries, containers before their content.</summary>
    public static IEnumerable<string> All(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(static member => WithContent(member.Value)),
        JsonArray entries => entries.SelectMany(static entry => WithContent(entry)),
        _ => [],
    };

    public static (JsonNode Owner, string Member) Resolve(JsonNode root, string path)
    {
        var parts = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.')[1..];
        var owner = parts[..^1].Aggregate(root, static (node, part) => node is JsonArray array ? array[int.Parse(part, null)]! : node[part]!);
        return (owner, parts[^1]);
    }

    public static void Set(JsonNode root, string path, JsonNode? value)
    {
        var (owner, member) = Resolve(root, path);
        if (owner is JsonArray array)
        {
            array[int.Parse(member, null)] = value;
        }
        else
        {
            owner[member] = value;
        }
    }

    public static void Remove(JsonNode root, string path)
    {
        var (owner, member) = Resolve(root, path);
        if (owner is JsonArray array)
        {
            array.RemoveAt(int.Parse(member, null));
        }
        else
        {
            owner.AsObject().Remove(member);
        }
    }

    private static IEnumerable<string> WithContent(JsonNode? node) =>
        node is null ? [] : All(node).Prepend(node.GetPath());
}
