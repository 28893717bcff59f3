using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>Carries a request out as GitHub would. Called for one request at a time.</summary>
internal sealed partial class FakeGitHubEndpoint(FakeGitHubState state, FakeGitHubKeys keys, Func<DateTimeOffset, bool> isIndexed)
{
    private readonly FakeGitHubJson _json = new(state);

    /// <summary>How many reads were answered "not modified".</summary>
    public int NotModified { get; private set; }

    public FakeHttpReply Handle(FakeHttpRequest request)
    {
        if (string.IsNullOrEmpty(request.Headers.GetValueOrDefault("User-Agent")))
        {
            return FakeGitHubReplies.Refused(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        }

        var segments = FakeGitHubRoutes.SegmentsOf(request);
        return segments is ["app", ..]
            ? keys.IsApp(request) ? AsApp(request, [.. segments]) : FakeGitHubReplies.Refused(401, "A JSON web token could not be decoded")
            : keys.LoginOf(request) is { } login ? AsUser(request, [.. segments], login) : FakeGitHubReplies.BadCredentials();
    }

    private FakeHttpReply AsApp(FakeHttpRequest request, string[] segments)
    {
        switch (request.Method, segments)
        {
            case ("GET", ["app"]):
                return FakeHttpReply.Json(200, _json.App());
            case ("POST", ["app", "installations", var id, "access_tokens"]) when id == FakeGitHubKeys.InstallationId.ToString(CultureInfo.InvariantCulture):
                var (token, endsAt) = keys.Give();
                return FakeHttpReply.Json(201, FakeGitHubJson.Token(token, endsAt));
            default:
                return FakeGitHubReplies.NotFound();
        }
    }

    private FakeHttpReply AsUser(FakeHttpRequest request, string[] segments, string login)
    {
        switch (request.Method, segments)
        {
            case ("GET", ["user"]):
                return keys.IsInstallation(request) ? FakeGitHubReplies.NoAccess() : FakeHttpReply.Json(200, _json.Self(login));
            case (_, ["repositories", var id, .. var rest]) when state.FindRepository(id) is { } repository:
                return InRepository(request, repository, rest, login);
            case (_, ["repos", var owner, var name, .. var rest]) when state.FindRepository(owner, name) is { } repository:
                return InRepository(request, repository, rest, login);
            case (_, ["repos", var owner, var name, .. var rest]) when state.FindRenamed(owner, name) is { } renamed:
                return FakeGitHubReplies.MovedTo(AddressOf(renamed, rest, request), request.Method != "POST");
            default:
                return FakeGitHubReplies.NotFound();
        }
    }

    private FakeHttpReply InRepository(FakeHttpRequest request, FakeGitHubRepository repository, string[] rest, string login)
    {
        if (state.IsArchived && request.Method != "GET")
        {
            return FakeGitHubReplies.Archived();
        }

        if (!state.HasIssues && rest is ["issues", ..])
        {
            return FakeGitHubReplies.IssuesDisabled();
        }

        return (request.Method, rest) switch
        {
            ("GET", []) => FakeHttpReply.Json(200, _json.Repository(repository)),
            ("GET", ["labels", var name]) => repository.Labels.Contains(name) ? FakeHttpReply.Json(200, _json.Label(repository, name)) : FakeGitHubReplies.NotFound(),
            ("POST", ["labels"]) => AddLabel(request, repository),
            ("GET", ["assignees", var user]) => state.Assignable.Contains(user, StringComparer.OrdinalIgnoreCase) ? FakeHttpReply.Empty(204) : FakeGitHubReplies.NotFound(),
            ("GET", ["issues"]) => List(request, repository),
            ("POST", ["issues"]) => Create(request, repository, login),
            (_, ["issues", var number, .. var below]) => AtIssue(request, repository, number, below, login),
            _ => FakeGitHubReplies.NotFound(),
        };
    }

    private FakeHttpReply AtIssue(FakeHttpRequest request, FakeGitHubRepository repository, string text, string[] below, string login)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return FakeGitHubReplies.NotFound();
        }

        if (state.FindIssue(repository, number) is not { } issue)
        {
            return state.FindMoved(repository, number) is { IsForbidden: false } moved
                ? FakeGitHubReplies.MovedTo(AddressOf(moved.Repository, ["issues", moved.Number.ToString(CultureInfo.InvariantCulture), .. below], request), request.Method != "POST")
                : FakeGitHubReplies.NotFound();
        }

        if (issue.IsForbidden)
        {
            return FakeGitHubReplies.NotFound();
        }

        var reply = issue.IsDeleted ? FakeGitHubReplies.Deleted() : (request.Method, below) switch
        {
            ("GET", []) => Read(request, issue),
            ("PATCH", []) => Change(request, issue),
            ("GET", ["comments"]) => Page(request, [.. issue.Comments.Where(comment => comment.CreatedAt >= SinceOf(request)).Select(comment => _json.Comment(issue, comment))]),
            ("POST", ["comments"]) => AddComment(request, issue, login),
            _ => FakeGitHubReplies.NotFound(),
        };
        return reply with { TicketKey = FakeGitHubState.KeyOf(issue), Marker = issue.Marker };
    }

    private FakeHttpReply Read(FakeHttpRequest request, FakeGitHubIssue issue)
    {
        var reply = FakeHttpReply.Json(200, _json.Issue(issue));
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body.Span))}\"";
        if (request.Headers.GetValueOrDefault("If-None-Match") != tag)
        {
            return reply.With("ETag", tag).With("Cache-Control", "private, max-age=60, s-maxage=60");
        }

        NotModified++;
        return FakeHttpReply.Empty(304).With("ETag", tag);
    }

    // The pages' addresses name the repository by its id, as GitHub's do.
    private FakeHttpReply Page(FakeHttpRequest request, ImmutableArray<JsonObject> all)
    {
        var size = NumberOf(request, "per_page", 30, 100);
        var page = NumberOf(request, "page", 1, int.MaxValue);
        var shown = all.Skip((page - 1) * size).Take(size).ToArray();
        var reply = FakeHttpReply.Json(200, new JsonArray([.. shown]));
        return (long)page * size >= all.Length
            ? reply
            : reply.With("Link", $"<{PageAddress(request, page + 1)}>; rel=\"next\", <{PageAddress(request, ((all.Length - 1) / size) + 1)}>; rel=\"last\"");
    }

    private string PageAddress(FakeHttpRequest request, int page)
    {
        var query = request.Query.SetItem("page", page.ToString(CultureInfo.InvariantCulture))
            .Select(static parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}");
        var segments = FakeGitHubRoutes.SegmentsOf(request);
        var path = segments is ["repos", var owner, var name, .. var rest] && state.FindRepository(owner, name) is { } repository
            ? string.Create(CultureInfo.InvariantCulture, $"repositories/{repository.Id}/{string.Join('/', rest)}")
            : string.Join('/', segments);
        return $"{state.Api}/{path}?{string.Join('&', query)}";
    }

    private string AddressOf(FakeGitHubRepository repository, string[] rest, FakeHttpRequest request)
    {
        var query = string.Join('&', request.Query.Select(static parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        var path = string.Join('/', rest.Select(Uri.EscapeDataString).Prepend(string.Create(CultureInfo.InvariantCulture, $"{state.Api}/repositories/{repository.Id}")));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static int NumberOf(FakeHttpRequest request, string name, int fallback, int most) =>
        int.TryParse(request.Query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : fallback;
}
