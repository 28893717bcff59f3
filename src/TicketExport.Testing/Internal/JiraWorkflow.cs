using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Three statuses, each of which can be reached from everywhere.
internal static class JiraWorkflow
{
    public const string Done = "Done";

    private static readonly (string Transition, string Status, string StatusId, string Category, int CategoryId)[] Steps =
    [
        ("11", "To Do", "10000", "new", 2),
        ("21", "In Progress", "10001", "indeterminate", 4),
        ("31", Done, "10002", "done", 3),
    ];

    private static readonly FakeJiraField Resolution = new("resolution", "Resolution", "resolution") { IsRequired = true, Values = ["Done", "Won't Do"] };

    public static string? StatusAfter(string? transitionId) => Array.Find(Steps, step => step.Transition == transitionId).Status;

    public static JsonObject StatusOf(string name, Uri site)
    {
        var step = Array.Find(Steps, step => step.Status == name);
        var category = step.Category ?? "undefined";
        return new()
        {
            ["self"] = new Uri(site, $"rest/api/3/status/{step.StatusId ?? "10099"}").AbsoluteUri,
            ["id"] = step.StatusId ?? "10099",
            ["name"] = name,
            ["statusCategory"] = new JsonObject
            {
                ["id"] = step.Category is null ? 1 : step.CategoryId,
                ["key"] = category,
                ["colorName"] = "blue-gray",
                ["name"] = category,
            },
        };
    }

    public static JsonObject List(Uri site, bool closingNeedsResolution) => new()
    {
        ["expand"] = "transitions",
        ["transitions"] = new JsonArray([.. Steps.Select(step => new JsonObject
        {
            ["id"] = step.Transition,
            ["name"] = step.Status,
            ["to"] = StatusOf(step.Status, site),
            ["hasScreen"] = closingNeedsResolution && step.Status == Done,
            ["isAvailable"] = true,
            ["fields"] = closingNeedsResolution && step.Status == Done
                ? new JsonObject { ["resolution"] = JiraScreenFields.Describe(Resolution, byKey: true) }
                : new JsonObject(),
        })]),
    };

    public static string? FindProblem(string status, JsonNode? fields, bool closingNeedsResolution) => status == Done && closingNeedsResolution
        ? fields is JsonObject given && given["resolution"] is { } resolution && JiraScreenFields.FindProblem(Resolution, resolution, isDataCenter: false) is null
            ? null
            : "Resolution is required."
        : null;
}
