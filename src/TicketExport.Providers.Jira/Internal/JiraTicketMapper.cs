using System.Text.Json.Nodes;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.Rendering;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Makes requests of tickets. Pure.</summary>
internal static class JiraTicketMapper
{
    private const string MarkerName = "marker";
    private const string CommentName = "comment";
    private static readonly TextLimit SummaryLimit = new(JiraDefaults.MaxSummaryLength, TextUnit.Utf16);

    /// <summary>The new issue, with its marker as label and as entity property.</summary>
    public static JsonObject ToCreate(JiraTargetSettings settings, CreateTicketRequest request, JiraScreen screen, JiraPlan plan)
    {
        var fields = new JsonObject
        {
            ["project"] = new JsonObject { [settings.ProjectIsId ? "id" : "key"] = settings.Project },
            ["issuetype"] = new JsonObject { ["id"] = screen.IssueTypeId },
            ["summary"] = SummaryOf(request.Document),
        };
        if (screen.Has("description"))
        {
            fields["description"] = JiraBody.Of(request.Body, settings.Deployment);
        }

        if (screen.Has("labels"))
        {
            fields["labels"] = LabelsOf(settings, request.Document, request.Keys.Marker);
        }

        if (settings.MarkerField is { } markerField && screen.Has(markerField))
        {
            fields[markerField] = request.Keys.Marker.Value;
        }

        foreach (var (key, value) in plan.Values)
        {
            fields[key] = value;
        }

        return new() { ["fields"] = fields, ["properties"] = MarkerOf(request.Keys.Marker) };
    }

    /// <summary>The change that brings an issue to a document; labels are added and none is taken away.</summary>
    /// <returns>A change without fields and updates when the edit screen has none of ours.</returns>
    public static JsonObject ToEdit(JiraTargetSettings settings, UpdateTicketRequest request, Dictionary<string, JiraField> editable)
    {
        var fields = new JsonObject();
        if (editable.ContainsKey("summary"))
        {
            fields["summary"] = SummaryOf(request.Document);
        }

        if (editable.ContainsKey("description"))
        {
            fields["description"] = JiraBody.Of(request.Body, settings.Deployment);
        }

        if (editable.TryGetValue("priority", out var field) && JiraFieldPlan.PriorityOf(settings, field, request.Document) is { } priority)
        {
            fields["priority"] = priority;
        }

        var update = new JsonObject();
        if (editable.ContainsKey("labels"))
        {
            update["labels"] = new JsonArray([.. LabelsOf(settings, request.Document, request.Keys.Marker).Select(static label => new JsonObject { ["add"] = label!.GetValue<string>() })]);
        }

        return new() { ["fields"] = fields, ["update"] = update, ["properties"] = MarkerOf(request.Keys.Marker) };
    }

    // Only the marker, which is letters, digits and hyphens, gets into the query.
    public static JsonObject ToSearch(JiraTargetSettings settings, TicketMarker marker)
    {
        var byLabel = $"labels = \"{marker.Value}\"";
        var field = settings.MarkerField;
        var search = new JsonObject
        {
            ["jql"] = field is null ? $"{byLabel} ORDER BY created ASC" : $"({byLabel} OR cf[{field["customfield_".Length..]}] ~ \"\\\"{marker.Value}\\\"\") ORDER BY created ASC",
            ["fields"] = field is null ? new JsonArray("labels") : new JsonArray("labels", field),
            ["properties"] = new JsonArray(JiraDefaults.PropertyKey),
            ["maxResults"] = 50,
        };
        return search;
    }

    public static JsonObject ToComment(JiraTargetSettings settings, AddCommentRequest request)
    {
        var properties = new JsonArray(new JsonObject
        {
            ["key"] = JiraDefaults.PropertyKey,
            ["value"] = new JsonObject { [CommentName] = request.CommentId },
        });
        if (settings.CommentsAreInternal)
        {
            properties.Add((JsonNode)new JsonObject { ["key"] = "sd.public.comment", ["value"] = new JsonObject { ["internal"] = true } });
        }

        return new() { ["body"] = JiraBody.OfText(request.Text, settings.Deployment), ["properties"] = properties };
    }

    /// <summary>Whether an issue carries the marker: in its property, or else as label or in the field that is set for it.</summary>
    public static bool Carries(JiraIssue issue, TicketMarker marker, string? markerField)
    {
        if (issue.Properties?.TryGetValue(JiraDefaults.PropertyKey, out var property) == true && JiraReading.TextOf(property, MarkerName) is { } stamped)
        {
            return stamped == marker.Value;
        }

        return issue.Fields?.Labels?.Contains(marker.Value, StringComparer.Ordinal) == true
            || (markerField is not null && issue.Fields?.Others?.TryGetValue(markerField, out var text) == true && JiraReading.TextOf(text) == marker.Value);
    }

    /// <summary>Whether a comment is the one that the host knows by this id.</summary>
    public static bool IsComment(JiraComment comment, string commentId) => OwnIdOf(comment) == commentId;

    /// <summary>The id that the host knows a comment by, where its property came with it.</summary>
    public static string? OwnIdOf(JiraComment comment) => (comment.Properties ?? [])
        .Where(static property => property.Key == JiraDefaults.PropertyKey)
        .Select(static property => JiraReading.TextOf(property.Value, CommentName))
        .FirstOrDefault();

    private static string SummaryOf(TicketExportDocument document) => PlainTextRenderer.RenderLine(document.Title, SummaryLimit);

    private static JsonArray LabelsOf(JiraTargetSettings settings, TicketExportDocument document, TicketMarker marker) =>
        new([.. JiraLabels.Of(marker, document.Labels.Concat(settings.Labels)).Select(static label => (JsonNode)label)]);

    private static JsonArray MarkerOf(TicketMarker marker) =>
        new(new JsonObject { ["key"] = JiraDefaults.PropertyKey, ["value"] = new JsonObject { [MarkerName] = marker.Value } });
}
