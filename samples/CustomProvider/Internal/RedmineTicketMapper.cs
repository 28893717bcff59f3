using System.Security.Cryptography;
using System.Text;
using CustomProvider.Protocol;
using TicketExport;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Rendering;
using TicketExport.States;

namespace CustomProvider.Internal;

// The contract's words in Redmine's, and back. Pure.
internal static class RedmineTicketMapper
{
    // The column of subjects holds 255 characters. Descriptions and notes are of type TEXT, which MySQL ends at 65,535 bytes; what RedmineText
    // adds needs some room.
    public static readonly ProviderLimits Limits = new()
    {
        Title = new TextLimit(255, TextUnit.CodePoints),
        Body = new TextLimit(60_000, TextUnit.Utf8Bytes),
        Comment = new TextLimit(60_000, TextUnit.Utf8Bytes),
    };

    private const int StampBytes = 16;

    public static RedmineIssueDraft ToNewIssue(CreateTicketRequest request, RedmineTargetSettings settings) =>
        ToIssue(request.Document, request.Body, request.Keys, settings) with
        {
            ProjectId = settings.Project,
            TrackerId = settings.TrackerId,
            AssignedToId = settings.AssigneeId,
        };

    public static RedmineIssueDraft ToUpdate(UpdateTicketRequest request, RedmineTargetSettings settings) =>
        ToIssue(request.Document, request.Body, request.Keys, settings);

    public static RedmineIssueDraft ToNote(string text, string stamp, RedmineTargetSettings settings) => new()
    {
        Notes = Render(TicketBody.FromText(text), stamp, Limits.Comment!),
        PrivateNotes = settings.PrivateNotes ? true : null,
    };

    // What a comment is known by when its first try had no answer.
    public static string StampOf(AddCommentRequest request)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Target.Id}\n{request.CommentId}"));
        return $"ticketexport-comment-{Convert.ToHexStringLower(hash, 0, StampBytes)}";
    }

    public static TicketReference ToReference(RedmineIssue issue, TicketTarget target) => new()
    {
        ProviderTicketId = $"{issue.Id}",
        ExternalIssueId = $"{issue.Id}",
        Url = new TicketHttpAccess(target.BaseUrl!).Root is var root ? new Uri(root, $"issues/{issue.Id}") : null,
    };

    // The marker stands alone on a line of its own, as code: in a finding's own text the renderer escapes the backticks.
    public static bool IsMarked(RedmineIssue issue, string marker) =>
        issue.Description?.Split('\n').Any(line => line.Trim() == $"`{marker}`") == true;

    public static TicketSnapshot ToSnapshot(RedmineIssue issue, RedmineStatus status, TicketTarget target, RedmineTargetSettings settings) => new()
    {
        RawStatus = status.Name ?? "",
        Status = status switch
        {
            { Name: { } name } when settings.Statuses.TryGetValue(name, out var said) => said,
            { IsClosed: true } => ProviderStatus.Done,
            { IsClosed: false } => ProviderStatus.Open,
            _ => ProviderStatus.Unknown,
        },
        Reference = ToReference(issue, target),
        UpdatedAt = issue.UpdatedOn,
    };

    private static RedmineIssueDraft ToIssue(TicketExportDocument document, TicketBody body, ExportKeys keys, RedmineTargetSettings settings) => new()
    {
        Subject = PlainTextRenderer.RenderLine(document.Title, Limits.Title!),
        Description = Render(body, keys.Marker.Value, Limits.Body!),
        PriorityId = settings.Priorities.TryGetValue(document.Priority, out var priority) ? priority : null,
    };

    private static string Render(TicketBody body, string marker, TextLimit limit) =>
        RedmineText.Disarm(MarkdownRenderer.Render(body, new RenderOptions { Limit = limit, Marker = BodyMarker.Line(marker) }).Text);
}
