using System.Security.Cryptography;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Reads a verified delivery. Pure.</summary>
internal static class JiraWebhookReader
{
    // Jira repeats a delivery for about half an hour; one that is a day old is a replay.
    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestLead = TimeSpan.FromHours(1);

    public static InboundOutcome Read(InboundRequest request)
    {
        var deliveryId = DeliveryIdOf(request);
        if (ParseBody(request.Body) is not { } delivery)
        {
            return new InboundOutcome.Malformed(deliveryId);
        }

        if (OccurredAt(delivery) is { } at && (request.ReceivedAt - at > LongestAge || at - request.ReceivedAt > LongestLead))
        {
            return new InboundOutcome.Refused(InboundRefusal.Expired);
        }

        var kind = KindOf(delivery);
        if (kind == InboundEventKind.Unknown)
        {
            return new InboundOutcome.Authentic(deliveryId, []);
        }

        return EventOf(delivery, kind, request.Target) is { } told
            ? new InboundOutcome.Authentic(deliveryId, [told])
            : new InboundOutcome.Malformed(deliveryId);
    }

    private static JiraWebhook? ParseBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, JiraJsonContext.Default.JiraWebhook);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    // The same through all repetitions. A Data Center gives no id, but repeats the same bytes.
    private static string DeliveryIdOf(InboundRequest request) =>
        request.Headers.TryGetValue("X-Atlassian-Webhook-Identifier", out var id) && RemoteText.IsId(id)
            ? id
            : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(request.Body.Span))}";

    // A Data Center tells comments as updates of their issue.
    private static InboundEventKind KindOf(JiraWebhook delivery) => (delivery.WebhookEvent, delivery.Comment is null ? null : delivery.IssueEventTypeName) switch
    {
        ("jira:issue_updated", "issue_commented") => InboundEventKind.CommentAdded,
        ("jira:issue_updated", "issue_comment_edited") => InboundEventKind.CommentEdited,
        ("jira:issue_updated", "issue_comment_deleted") => InboundEventKind.CommentDeleted,
        ("jira:issue_created" or "jira:issue_updated", _) => InboundEventKind.TicketChanged,
        ("jira:issue_deleted", _) => InboundEventKind.TicketDeleted,
        ("comment_created", _) => InboundEventKind.CommentAdded,
        ("comment_updated", _) => InboundEventKind.CommentEdited,
        ("comment_deleted", _) => InboundEventKind.CommentDeleted,
        _ => InboundEventKind.Unknown,
    };

    private static InboundEvent? EventOf(JiraWebhook delivery, InboundEventKind kind, TicketTarget target)
    {
        var isComment = kind is InboundEventKind.CommentAdded or InboundEventKind.CommentEdited or InboundEventKind.CommentDeleted;
        var comment = isComment ? delivery.Comment : null;
        var ticketId = delivery.Issue?.Id ?? TicketIdIn(comment?.Self);
        if (!RemoteText.IsId(ticketId) || (isComment && !RemoteText.IsId(comment?.Id)))
        {
            return null;
        }

        var status = delivery.Issue?.Fields?.Status;
        var key = delivery.Issue?.Key;
        return new()
        {
            Kind = kind,
            Ticket = new() { ProviderTicketId = ticketId, ExternalIssueId = RemoteText.IsId(key) ? key : null },
            RawStatus = status?.Name,
            Status = status is null ? ProviderStatus.Unknown : JiraStatusMap.Of(status, TargetSettingsReader.StatusesOf(target)),
            CommentId = comment?.Id,
            Comment = comment is null || kind == InboundEventKind.CommentDeleted ? null : CommentOf(comment, delivery),
            OwnCommentId = comment is null ? null : JiraTicketMapper.OwnIdOf(comment),
            IsPrivate = comment is { JsdPublic: false } or { Visibility.ValueKind: JsonValueKind.Object },
            ActorId = ActorOf(delivery, comment, kind),
            OccurredAt = OccurredAt(delivery),
        };
    }

    private static ExternalComment CommentOf(JiraComment comment, JiraWebhook delivery) => new(
        comment.Id!,
        comment.Author?.DisplayName ?? comment.Author?.Name ?? "",
        JiraText.Of(comment.Body),
        JiraReading.TimeOf(comment.Created) ?? OccurredAt(delivery) ?? DateTimeOffset.UnixEpoch);

    private static string? ActorOf(JiraWebhook delivery, JiraComment? comment, InboundEventKind kind)
    {
        var actor = delivery.User ?? kind switch
        {
            InboundEventKind.CommentAdded => comment?.Author,
            InboundEventKind.CommentEdited => comment?.UpdateAuthor,
            _ => null,
        };
        var id = actor?.AccountId ?? actor?.Key ?? actor?.Name;
        return RemoteText.IsId(id) ? id : null;
    }

    // …/rest/api/2/issue/10013/comment/10082
    private static string? TicketIdIn(string? self)
    {
        if (!Uri.TryCreate(self, UriKind.Absolute, out var address) || address.Segments is not [.., "issue/", var id, "comment/", _])
        {
            return null;
        }

        return id.TrimEnd('/');
    }

    private static DateTimeOffset? OccurredAt(JiraWebhook delivery) =>
        delivery.Timestamp is >= 0 and <= 253_402_300_799_999 and var milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
