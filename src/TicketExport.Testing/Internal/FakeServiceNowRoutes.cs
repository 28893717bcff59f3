using System.Text.Json;

namespace TicketExport.Testing.Internal;

/// <summary>What a request's method, path and query ask for.</summary>
internal static class FakeServiceNowRoutes
{
    public static FakeTrackerCallKind KindOf(FakeHttpRequest request) => (request.Method, (string[])[.. request.Segments]) switch
    {
        ("GET", ["api", "now", "v2", "table", FakeServiceNowTables.Users]) => FakeTrackerCallKind.Identity,
        ("GET", ["api", "now", "v2", "table", FakeServiceNowTables.Journal]) => FakeTrackerCallKind.Metadata,
        ("GET", ["api", "now", "v2", "table", _]) => KindOfList(request.Query.GetValueOrDefault("sysparm_query", "")),
        ("GET", ["api", "now", "v2", "table", _, _]) => FakeTrackerCallKind.Read,
        ("POST", ["api", "now", "v2", "table", _]) => FakeTrackerCallKind.Create,
        ("PATCH", ["api", "now", "v2", "table", var table, _]) => KindOfChange(table, request.ReadJson()),
        _ => FakeTrackerCallKind.Unknown,
    };

    private static FakeTrackerCallKind KindOfList(string query) =>
        query.StartsWith("correlation_id", StringComparison.Ordinal) ? FakeTrackerCallKind.Find
        : query.StartsWith("sys_idIN", StringComparison.Ordinal) ? FakeTrackerCallKind.Read
        : FakeTrackerCallKind.Metadata;

    private static FakeTrackerCallKind KindOfChange(string table, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return FakeTrackerCallKind.Update;
        }

        if (body.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String)
        {
            return FakeServiceNowTables.IsDone(table, state.GetString()!) ? FakeTrackerCallKind.Close : FakeTrackerCallKind.Reopen;
        }

        return body.TryGetProperty("work_notes", out _) || body.TryGetProperty("comments", out _) ? FakeTrackerCallKind.Comment : FakeTrackerCallKind.Update;
    }
}
