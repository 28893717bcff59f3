using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The fields of the screens, as metadata and as rules.
internal static class JiraScreenFields
{
    public static readonly ImmutableArray<FakeJiraField> Standard =
    [
        new("summary", "Summary", "string") { IsRequired = true },
        new("issuetype", "Issue Type", "issuetype") { IsRequired = true },
        new("project", "Project", "project") { IsRequired = true },
        new("description", "Description", "string") { IsRich = true },
        new("labels", "Labels", "array") { Items = "string" },
        new("priority", "Priority", "priority") { HasDefault = true, Values = ["Highest", "High", "Medium", "Low", "Lowest"] },
        new("assignee", "Assignee", "user"),
        new("reporter", "Reporter", "user") { IsRequired = true, HasDefault = true },
        new("components", "Components", "array") { Items = "component", Values = ["Checkout", "Search"] },
    ];

    public static string IdOf(FakeJiraField field, int index)
    {
        var digits = string.Concat(field.Key.Where(char.IsAsciiDigit));
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{index + 1}");
    }

    public static JsonObject Describe(FakeJiraField field, bool byKey)
    {
        var isCustom = field.Key.StartsWith("customfield_", StringComparison.Ordinal);
        var schema = new JsonObject { ["type"] = field.Type };
        if (field.Items is not null)
        {
            schema["items"] = field.Items;
        }

        schema[isCustom ? "custom" : "system"] = isCustom ? $"com.atlassian.jira.plugin.system.customfieldtypes:{(field.IsRich ? "textarea" : field.Type == "option" ? "select" : "textfield")}" : field.Key;
        var described = new JsonObject
        {
            ["required"] = field.IsRequired,
            ["schema"] = schema,
            ["name"] = field.Name,
            ["key"] = field.Key,
            ["hasDefaultValue"] = field.HasDefault,
            ["operations"] = field.Type == "array" ? new JsonArray("add", "set", "remove") : new JsonArray("set"),
        };
        if (!byKey)
        {
            described["fieldId"] = field.Key;
        }

        if (!field.Values.IsEmpty)
        {
            var name = field.Type == "option" || field.Items == "option" ? "value" : "name";
            described["allowedValues"] = new JsonArray([.. field.Values.Select((value, index) => new JsonObject { ["id"] = IdOf(field, index), [name] = value })]);
        }

        return described;
    }

    /// <summary>Why a value is refused; <see langword="null"/> when it is taken.</summary>
    public static string? FindProblem(FakeJiraField field, JsonNode? value, bool isDataCenter) => (field.Key, field.Type) switch
    {
        ("summary", _) => value is JsonValue text && text.TryGetValue<string>(out var summary) ? SummaryProblem(summary) : "Operation value must be a string",
        ("labels", _) => value is JsonArray labels ? labels.Select(static label => LabelProblem(label!.GetValue<string>())).FirstOrDefault(static problem => problem is not null) : "data was not an array",
        (_, "string") when field.IsRich && !isDataCenter => JiraDocumentRules.FindProblem(value),
        (_, "string") => value is JsonValue line && line.TryGetValue<string>(out var plain) ? plain.Length > 32_767 ? TooLong : null : "Operation value must be a string",
        (_, "number") => value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number ? null : "Operation value must be a number",
        (_, "array") => value is JsonArray items && items.All(item => field.Values.IsEmpty || NameOf(field, item) is not null) ? null : "Specify a valid value",
        _ => value is JsonObject chosen && (field.Values.IsEmpty || NameOf(field, chosen) is not null) ? null : $"Specify a valid value for {field.Key}",
    };

    public static string? NameOf(ImmutableArray<FakeJiraField> fields, string key, JsonNode? value) =>
        fields.FirstOrDefault(field => field.Key == key) is { } field ? NameOf(field, value) : null;

    private const string TooLong = "The entered text is too long. It exceeds the allowed limit of 32,767 characters.";

    private static string? NameOf(FakeJiraField field, JsonNode? value)
    {
        if (value is not JsonObject chosen)
        {
            return null;
        }

        var name = (chosen["name"] ?? chosen["value"])?.GetValue<string>();
        var id = chosen["id"]?.GetValue<string>();
        return field.Values.Select((offered, index) => (offered, index)).FirstOrDefault(offer => offer.offered == name || IdOf(field, offer.index) == id).offered;
    }

    private static string? SummaryProblem(string summary) => summary switch
    {
        _ when string.IsNullOrWhiteSpace(summary) => "You must specify a summary of the issue.",
        { Length: > 255 } => "Summary must be less than 255 characters.",
        _ when summary.Contains('\n', StringComparison.Ordinal) || summary.Contains('\r', StringComparison.Ordinal) => "The summary is invalid because it contains newline characters.",
        _ => null,
    };

    private static string? LabelProblem(string label) => label switch
    {
        { Length: > 255 } => $"The label '{label}' exceeds the maximum length for labels of 255 characters.",
        _ when label.Any(char.IsWhiteSpace) => $"The label '{label}' contains spaces which is invalid.",
        _ => null,
    };
}
