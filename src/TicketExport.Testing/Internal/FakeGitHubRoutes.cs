using System.Collections.Immutable;
using System.Text.Json;

namespace TicketExport.Testing.Internal;

/// <summary>What a request's method and path ask for.</summary>
internal static class FakeGitHubRoutes
{
    /// <summary>The segments behind <c>api/v3</c>; none for a path that is elsewhere or ends in a slash, which GitHub does not know.</summary>
    public static ImmutableArray<string> SegmentsOf(FakeHttpRequest request) =>
        request.Segments is ["api", "v3", ..] && !request.Path.EndsWith('/') ? request.Segments[2..] : [];

    public static FakeTrackerCallKind KindOf(FakeHttpRequest request) => (request.Method, (string[])[.. BelowRepository(SegmentsOf(request))]) switch
    {
        ("POST", ["issues"]) => FakeTrackerCallKind.Create,
        ("GET", ["issues"]) => FakeTrackerCallKind.Find,
        ("GET", ["issues", _]) => FakeTrackerCallKind.Read,
        ("PATCH", ["issues", _]) => KindOfChange(request.ReadJson()),
        ("POST", ["issues", _, "comments"]) => FakeTrackerCallKind.Comment,
        ("GET", ["user"] or ["app"]) => FakeTrackerCallKind.Identity,
        _ => FakeTrackerCallKind.Metadata,
    };

    private static ImmutableArray<string> BelowRepository(ImmutableArray<string> segments) => segments switch
    {
        ["repos", _, _, ..] => segments[3..],
        ["repositories", _, ..] => segments[2..],
        _ => segments,
    };

    private static FakeTrackerCallKind KindOfChange(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String
            ? state.GetString() == "closed" ? FakeTrackerCallKind.Close : FakeTrackerCallKind.Reopen
            : FakeTrackerCallKind.Update;
}
