using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>A value that a field offers. Options are named by <c>value</c>, everything else by <c>name</c>.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Children">The options of the second level.</param>
internal sealed record JiraOption(string Id, string Name, IReadOnlyList<JiraOption> Children)
{
    private const string ChildMark = " > ";

    public static IReadOnlyList<JiraOption> ListOf(IEnumerable<JsonElement>? values) =>
        [.. (values ?? []).Select(Read).OfType<JiraOption>()];

    /// <summary>Finds a value by its id or name; <c>parent &gt; child</c> names one of the second level.</summary>
    /// <returns>What Jira wants to be sent.</returns>
    public static JsonObject? Find(IReadOnlyList<JiraOption> options, string wanted)
    {
        if (One(options, wanted) is { } whole)
        {
            return new() { ["id"] = whole.Id };
        }

        var mark = wanted.IndexOf(ChildMark, StringComparison.Ordinal);
        return mark > 0 && One(options, wanted[..mark].Trim()) is { } parent && One(parent.Children, wanted[(mark + ChildMark.Length)..].Trim()) is { } child
            ? new() { ["id"] = parent.Id, ["child"] = new JsonObject { ["id"] = child.Id } }
            : null;
    }

    private static JiraOption? One(IReadOnlyList<JiraOption> options, string wanted) =>
        options.FirstOrDefault(option => option.Id == wanted)
        ?? options.FirstOrDefault(option => option.Name.Equals(wanted, StringComparison.Ordinal))
        ?? options.FirstOrDefault(option => option.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));

    private static JiraOption? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || TextOf(value, "id") is not { Length: > 0 } id)
        {
            return null;
        }

        return new(
            id,
            TextOf(value, "value") ?? TextOf(value, "name") ?? id,
            value.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array ? ListOf(children.EnumerateArray()) : []);
    }

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
