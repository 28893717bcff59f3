using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TicketExport.Testing.Internal;

internal sealed partial class FakeGitHubEndpoint
{
    private const int MaxTitle = 256;
    private const int MaxBody = 65_536;
    private const int MaxLabel = 50;
    private const int MaxLabels = 100;

    private FakeHttpReply Create(FakeHttpRequest request, FakeGitHubRepository repository, string login)
    {
        var body = request.ReadJson();
        if (body.ValueKind != JsonValueKind.Object)
        {
            return FakeGitHubReplies.NotJson();
        }

        if (TextOf(body, "title") is not { } title || string.IsNullOrWhiteSpace(title))
        {
            return FakeGitHubReplies.Invalid("Issue", "title", "missing_field");
        }

        if (Problem(body) is { } problem)
        {
            return problem;
        }

        var issue = state.Add(repository, title, TextOf(body, "body") ?? "", login);
        SetParts(issue, body);
        return FakeHttpReply.Json(201, _json.Issue(issue)).With("Location", string.Create(CultureInfo.InvariantCulture, $"{state.Api}/repos/{repository.FullName}/issues/{issue.Number}"))
            with
        { TicketKey = FakeGitHubState.KeyOf(issue), Marker = issue.Marker };
    }

    private FakeHttpReply Change(FakeHttpRequest request, FakeGitHubIssue issue)
    {
        var body = request.ReadJson();
        if (body.ValueKind != JsonValueKind.Object)
        {
            return FakeGitHubReplies.NotJson();
        }

        if (Problem(body) is { } problem)
        {
            return problem;
        }

        issue.Title = TextOf(body, "title") ?? issue.Title;
        issue.Body = TextOf(body, "body") ?? issue.Body;
        SetParts(issue, body);
        if (TextOf(body, "state") is { } wanted)
        {
            issue.SetState(wanted, TextOf(body, "state_reason"), state.Now);
        }

        issue.UpdatedAt = state.Now;
        return FakeHttpReply.Json(200, _json.Issue(issue));
    }

    private FakeHttpReply List(FakeHttpRequest request, FakeGitHubRepository repository)
    {
        var query = request.Query;
        var wanted = query.GetValueOrDefault("state") ?? "open";
        var labels = (query.GetValueOrDefault("labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var since = SinceOf(request);
        var creator = query.GetValueOrDefault("creator");
        return Page(request, [.. state.Issues
            .Where(issue => issue.Repository == repository && !issue.IsDeleted && !issue.IsForbidden && isIndexed(issue.CreatedAt))
            .Where(issue => wanted == "all" || issue.State == wanted)
            .Where(issue => labels.All(label => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
            .Where(issue => issue.UpdatedAt >= since && (creator is null || issue.Creator == creator))
            .OrderByDescending(static issue => issue.CreatedAt)
            .ThenByDescending(static issue => issue.Number)
            .Select(_json.Issue)]);
    }

    private static DateTimeOffset SinceOf(FakeHttpRequest request) =>
        DateTimeOffset.TryParse(request.Query.GetValueOrDefault("since"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    private FakeHttpReply AddComment(FakeHttpRequest request, FakeGitHubIssue issue, string login)
    {
        if (issue.IsLocked && !state.HasWriteAccess)
        {
            return FakeGitHubReplies.Locked();
        }

        return TextOf(request.ReadJson(), "body") switch
        {
            null or "" => FakeGitHubReplies.Invalid("IssueComment", "body", "missing_field"),
            { Length: > MaxBody } => TooLong("IssueComment", "body", MaxBody),
            var text => FakeHttpReply.Json(201, _json.Comment(issue, state.AddComment(issue, text, login))),
        };
    }

    private FakeHttpReply AddLabel(FakeHttpRequest request, FakeGitHubRepository repository)
    {
        if (!state.HasWriteAccess)
        {
            return FakeGitHubReplies.NotFound();
        }

        return TextOf(request.ReadJson(), "name") switch
        {
            null or "" => FakeGitHubReplies.Invalid("Label", "name", "missing_field"),
            var name when name.Length > MaxLabel || name.Contains(',', StringComparison.Ordinal) => FakeGitHubReplies.Invalid("Label", "name", "invalid"),
            var name => repository.Labels.Add(name)
                ? FakeHttpReply.Json(201, _json.Label(repository, name))
                : FakeGitHubReplies.Invalid("Label", "name", "already_exists"),
        };
    }

    private FakeHttpReply? Problem(JsonElement body)
    {
        var labels = ListOf(body, "labels") ?? [];
        return TextOf(body, "title") is { Length: > MaxTitle } ? TooLong("Issue", "title", MaxTitle)
            : TextOf(body, "body") is { Length: > MaxBody } ? TooLong("Issue", "body", MaxBody)
            : labels.Length > MaxLabels || labels.Any(static label => label.Length is 0 or > MaxLabel) ? FakeGitHubReplies.Invalid("Issue", "labels", "invalid")
            : state.HasWriteAccess && (ListOf(body, "assignees") ?? []).Except(state.Assignable, StringComparer.OrdinalIgnoreCase).Any() ? FakeGitHubReplies.Invalid("Issue", "assignees", "invalid")
            : body.TryGetProperty("milestone", out var milestone) && milestone.ValueKind != JsonValueKind.Null && state.HasWriteAccess ? FakeGitHubReplies.Invalid("Issue", "milestone", "invalid")
            : TextOf(body, "state") is not (null or "open" or "closed") ? FakeGitHubReplies.Invalid("Issue", "state", "invalid")
            : null;
    }

    // Left aside without a word where the credentials may not set them. Labels that are not there are made.
    private void SetParts(FakeGitHubIssue issue, JsonElement body)
    {
        if (!state.HasWriteAccess)
        {
            return;
        }

        if (ListOf(body, "labels") is { } labels)
        {
            issue.Labels = [.. labels.Distinct(StringComparer.OrdinalIgnoreCase)];
            issue.Repository.Labels.UnionWith(labels);
        }

        if (ListOf(body, "assignees") is { } assignees)
        {
            issue.Assignees = assignees;
        }
    }

    private static FakeHttpReply TooLong(string resource, string field, int most) => FakeGitHubReplies.Invalid(
        resource, field, "custom", string.Create(CultureInfo.InvariantCulture, $"{field} is too long (maximum is {most} characters)"));

    private static string? TextOf(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ImmutableArray<string>? ListOf(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(static element => element.ValueKind == JsonValueKind.String ? element.GetString()! : "")]
        : null;
}
