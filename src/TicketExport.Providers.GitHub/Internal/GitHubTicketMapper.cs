using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers.GitHub.Protocol;
using TicketExport.Rendering;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Our ticket as GitHub's requests.</summary>
internal static class GitHubTicketMapper
{
    /// <param name="request">What is asked for.</param>
    /// <param name="settings">The target's settings.</param>
    /// <param name="assignee">Whom the ticket is for, known to be assignable or demanded by the settings.</param>
    public static GitHubCreateIssueRequest ToCreate(CreateTicketRequest request, GitHubTargetSettings settings, string? assignee) => new()
    {
        Title = TitleOf(request.Document),
        Body = BodyOf(request.Body, request.Keys.Marker),
        Labels = LabelsOf(request.Document, settings),
        Assignees = assignee is null ? null : [assignee],
        Milestone = settings.Milestone,
        Type = settings.IssueType,
    };

    /// <param name="request">What is asked for.</param>
    /// <param name="settings">The target's settings.</param>
    /// <param name="present">The labels that the issue has.</param>
    public static GitHubUpdateIssueRequest ToUpdate(UpdateTicketRequest request, GitHubTargetSettings settings, ImmutableArray<string> present)
    {
        var wanted = LabelsAfter(request.Document, settings, present);
        return new()
        {
            Title = TitleOf(request.Document),
            Body = BodyOf(request.Body, request.Keys.Marker),
            Labels = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(present) ? null : wanted,
        };
    }

    /// <summary>The labels of a new ticket: that of the marker, those of the target, that of the priority, those of the document; the first hundred.</summary>
    public static ImmutableArray<string> LabelsOf(TicketExportDocument document, GitHubTargetSettings settings)
    {
        string[] priority = settings.PriorityLabels.TryGetValue(document.Priority, out var label) ? [label] : [];
        var all = GitHubLabels.Normalise([GitHubDefaults.MarkerLabel, .. settings.Labels, .. priority, .. document.Labels]);
        return all.Length > GitHubDefaults.LabelCount ? all[..GitHubDefaults.LabelCount] : all;
    }

    /// <summary>Whom the document names, where that can be a login.</summary>
    public static string? AssigneeOf(TicketExportDocument document) => GitHubTargetSettings.ReadLogin(document.Assignee);

    public static string StampOf(TicketMarker marker) => $"<!-- {marker.Value} -->";

    public static GitHubCommentRequest ToComment(AddCommentRequest request) => new(
        MarkdownRenderer.Render(TicketBody.FromText(request.Text), new() { Limit = GitHubDefaults.BodyLimit, Marker = BodyMarker.Comment(CommentMark.Of(request.CommentId)) }).Text);

    /// <summary>The stamp of a comment.</summary>
    public static string CommentStampOf(string commentId) => $"<!-- {CommentMark.Of(commentId)} -->";

    /// <summary>A comment's text without the stamp at its end, and the mark in that.</summary>
    public static (string Text, string? Mark) ReadComment(string body)
    {
        const string Open = $"<!-- {CommentMark.Prefix}";
        const string Close = " -->";
        var text = body.TrimEnd();
        var start = text.LastIndexOf(Open, StringComparison.Ordinal);
        return start >= 0 && text.EndsWith(Close, StringComparison.Ordinal) && text.IndexOf(Close, start, StringComparison.Ordinal) == text.Length - Close.Length
            ? (text[..start].TrimEnd(), text[(start + "<!-- ".Length)..^Close.Length])
            : (body, null);
    }

    private static string TitleOf(TicketExportDocument document) => PlainTextRenderer.RenderLine(document.Title, GitHubDefaults.TitleLimit);

    private static string BodyOf(TicketBody body, TicketMarker marker) =>
        MarkdownRenderer.Render(body, new() { Limit = GitHubDefaults.BodyLimit, Marker = BodyMarker.Comment(marker.Value) }).Text;

    // What people added stays; of the labels that stand for a priority only the present one does.
    private static ImmutableArray<string> LabelsAfter(TicketExportDocument document, GitHubTargetSettings settings, ImmutableArray<string> present)
    {
        var wanted = LabelsOf(document, settings);
        var kept = present.Except(settings.PriorityLabels.Values, StringComparer.OrdinalIgnoreCase);
        return [.. kept.Union(wanted, StringComparer.OrdinalIgnoreCase).Take(GitHubDefaults.LabelCount)];
    }
}
