using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// What a document asks for, in the words that all fake trackers share.
internal static class LinearCalls
{
    public static FakeTrackerCallKind KindOf(FakeHttpRequest request, LinearStore store)
    {
        try
        {
            var operation = LinearDocumentReader.Read(request);
            return operation.Fields is [var root, ..] ? KindOf(operation, root, store) : FakeTrackerCallKind.Unknown;
        }
        catch (LinearException)
        {
            return FakeTrackerCallKind.Unknown;
        }
    }

    private static FakeTrackerCallKind KindOf(LinearOperation operation, LinearField root, LinearStore store) => root.Name switch
    {
        "viewer" when operation.Fields.Count == 1 => FakeTrackerCallKind.Identity,
        "issue" when operation.Name.StartsWith("Find", StringComparison.Ordinal) => FakeTrackerCallKind.Find,
        "issue" when SelectsStates(root) => FakeTrackerCallKind.Metadata,
        "issue" or "issues" => FakeTrackerCallKind.Read,
        "issueCreate" => FakeTrackerCallKind.Create,
        "issueUpdate" => KindOfUpdate(root.Arguments["input"] as JsonObject ?? [], store),
        "commentCreate" => FakeTrackerCallKind.Comment,
        _ => FakeTrackerCallKind.Metadata,
    };

    private static bool SelectsStates(LinearField root) =>
        root.Fields.Any(static field => field.Name == "team" && field.Fields.Any(static inner => inner.Name == "states"));

    private static FakeTrackerCallKind KindOfUpdate(JsonObject input, LinearStore store)
    {
        var state = store.Teams.SelectMany(static team => team.States).FirstOrDefault(state => state.Id == (string?)input["stateId"]);
        return state?.Type switch
        {
            null => (bool?)input["trashed"] == true ? FakeTrackerCallKind.Delete : FakeTrackerCallKind.Update,
            "completed" or "canceled" or "duplicate" => FakeTrackerCallKind.Close,
            _ => FakeTrackerCallKind.Reopen,
        };
    }
}
