using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>What a verified delivery tells.</summary>
internal static class LinearWebhookEvents
{
    private const string Create = "create";
    private const string Remove = "remove";

    /// <returns><see langword="null"/> where the issue is not named.</returns>
    public static InboundEvent? OfIssue(LinearWebhook body, LinearWebhookData? issue, TicketTarget target) =>
        ReferenceOf(issue, issue?.Id, WebOriginOf(target)) is not { } ticket
            ? null
            : new InboundEvent
            {
                // Linear says both of an issue in its trash: that it was removed, or that it was changed and is trashed.
                Kind = body.Action == Remove || issue!.Trashed == true ? InboundEventKind.TicketDeleted : InboundEventKind.TicketChanged,
                Ticket = ticket,
                RawStatus = issue!.State?.Name ?? issue.State?.Type,
                Status = LinearStates.StatusOf(issue.State, TargetSettingsReader.StatusesOf(target)),
                ActorId = ActorOf(body),
                OccurredAt = issue.UpdatedAt ?? body.CreatedAt,
            };

    /// <returns><see langword="null"/> where the comment or its issue is not named.</returns>
    public static InboundEvent? OfComment(LinearWebhook body, LinearWebhookData? comment, TicketTarget target)
    {
        if (comment is null || !RemoteText.IsId(comment.Id) || ReferenceOf(comment.Issue, comment.IssueId ?? comment.Issue?.Id, WebOriginOf(target)) is not { } ticket)
        {
            return null;
        }

        var kind = body.Action switch
        {
            Create => InboundEventKind.CommentAdded,
            Remove => InboundEventKind.CommentDeleted,
            _ => InboundEventKind.CommentEdited,
        };
        var occurredAt = comment.UpdatedAt ?? body.CreatedAt;
        return new InboundEvent
        {
            Kind = kind,
            Ticket = ticket,
            CommentId = comment.Id,
            Comment = kind == InboundEventKind.CommentDeleted || comment.Body is null || (comment.CreatedAt ?? occurredAt) is not { } writtenAt
                ? null
                : new ExternalComment(comment.Id, comment.User?.Name ?? body.Actor?.Name ?? "", comment.Body, writtenAt),
            ActorId = ActorOf(body),
            OccurredAt = occurredAt,
        };
    }

    private static Uri WebOriginOf(TicketTarget target) => LinearTargetSettings.WebOriginOf(target.BaseUrl ?? LinearDefaults.ApiAddress);

    private static TicketReference? ReferenceOf(LinearWebhookData? issue, string? id, Uri webOrigin) => !RemoteText.IsId(id)
        ? null
        : new TicketReference
        {
            ProviderTicketId = id,
            ExternalIssueId = RemoteText.IsId(issue?.Identifier) ? issue.Identifier : null,
            Url = RemoteText.ReadAddress(issue?.Url, webOrigin),
        };

    // The one who acted. A comment's author is not who edited or deleted it.
    private static string? ActorOf(LinearWebhook body)
    {
        var id = body.Actor?.Id ?? (body.Action == Create ? body.Data?.UserId : null);
        return RemoteText.IsId(id) ? id : null;
    }
}
