using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Turns the text of a setting into the value that a field wants. Pure.</summary>
internal static class JiraFieldValue
{
    /// <returns><see langword="null"/> when the field does not take the text.</returns>
    public static JsonNode? Of(JiraField field, string text, JiraDeployment deployment)
    {
        if (text[0] is '{' or '[')
        {
            return Raw(text);
        }

        var options = JiraOption.ListOf(field.AllowedValues);
        var schema = field.Schema;
        if (schema?.Type != "array")
        {
            return One(schema?.Type, (text, IsRich(schema)), options, deployment);
        }

        var list = new JsonArray();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (One(schema.Items, (part, false), options, deployment) is not { } item)
            {
                return null;
            }

            list.Add(item);
        }

        return list.Count == 0 ? null : list;
    }

    private static JsonNode? One(string? type, (string Value, bool IsRich) text, IReadOnlyList<JiraOption> options, JiraDeployment deployment)
    {
        if (options.Count > 0 && type is not ("string" or "number"))
        {
            return JiraOption.Find(options, text.Value);
        }

        return type switch
        {
            "number" => decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            "user" => new JsonObject { [deployment == JiraDeployment.Cloud ? "accountId" : "name"] = text.Value },
            "option" => Named("value", text.Value),
            "option-with-child" => Child(text.Value),
            "priority" or "version" or "component" or "resolution" or "securitylevel" => Named("name", text.Value),
            "group" => new JsonObject { ["name"] = text.Value },
            "issuelink" or "project" => new JsonObject { [text.Value.All(char.IsAsciiDigit) ? "id" : "key"] = text.Value },
            _ => text.IsRich ? JiraBody.OfText(text.Value, deployment) : JsonValue.Create(text.Value),
        };
    }

    private static bool IsRich(JiraFieldSchema? schema) =>
        schema?.System is "description" or "environment" || schema?.Custom?.EndsWith(":textarea", StringComparison.Ordinal) == true;

    private static JsonObject Named(string name, string text) => text.All(char.IsAsciiDigit) ? new() { ["id"] = text } : new() { [name] = text };

    private static JsonObject Child(string text)
    {
        var parts = text.Split(" > ", 2, StringSplitOptions.TrimEntries);
        var value = Named("value", parts[0]);
        if (parts.Length == 2)
        {
            value["child"] = Named("value", parts[1]);
        }

        return value;
    }

    private static JsonNode? Raw(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
