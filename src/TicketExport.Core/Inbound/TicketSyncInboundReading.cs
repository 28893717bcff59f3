using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TicketExport.Providers;

namespace TicketExport.Inbound;

/// <summary>One verified body of the ticket-sync profile.</summary>
internal readonly struct TicketSyncInboundReading(JsonElement root, InboundRequest request, TicketSyncInboundOptions options)
{
    private const int MaxCommentText = 131_072;

    public InboundOutcome Read()
    {
        var deliveryId = TicketSyncInbound.Id(root, "delivery_id");
        var sentAt = SentAt();
        if (FindGap(deliveryId, sentAt) is { } field)
        {
            return new InboundOutcome.Incomplete(deliveryId, field);
        }

        if (options.IsStrict && (request.ReceivedAt - sentAt!.Value).Duration() > options.Tolerance)
        {
            return new InboundOutcome.Refused(InboundRefusal.Expired);
        }

        return new InboundOutcome.Authentic(deliveryId, Events(TicketSyncInbound.Id(root, "external_id")!, sentAt));
    }

    private string? FindGap(string? deliveryId, DateTimeOffset? sentAt)
    {
        if (TicketSyncInbound.Id(root, "external_id") is null)
        {
            return "external_id";
        }

        if (TicketSyncInbound.Has(root, "comment", out var comment) && FindGapIn(comment) is { } gap)
        {
            return gap;
        }

        if (TicketSyncInbound.Has(root, "status", out _) && TicketSyncInbound.Word(root, "status") is null)
        {
            return "status";
        }

        if (deliveryId is null && (options.IsStrict || TicketSyncInbound.Has(root, "delivery_id", out _)))
        {
            return "delivery_id";
        }

        return sentAt is null && (options.IsStrict || TicketSyncInbound.Has(root, "sent_at", out _)) ? "sent_at" : null;
    }

    // Without its id a comment could not be told from its repetition.
    private static string? FindGapIn(JsonElement comment) => comment.ValueKind != JsonValueKind.Object
        ? "comment"
        : TicketSyncInbound.Id(comment, "external_comment_id") is null
            ? "comment.external_comment_id"
            : TicketSyncInbound.Text(comment, "body", MaxCommentText) is null ? "comment.body" : null;

    private ImmutableArray<InboundEvent> Events(string externalId, DateTimeOffset? sentAt)
    {
        var events = ImmutableArray.CreateBuilder<InboundEvent>();
        var ticket = new TicketReference { ProviderTicketId = externalId };
        if (TicketSyncInbound.Has(root, "comment", out var comment))
        {
            var id = TicketSyncInbound.Id(comment, "external_comment_id")!;
            events.Add(new InboundEvent
            {
                Kind = InboundEventKind.CommentAdded,
                Ticket = ticket,
                CommentId = id,
                Comment = new ExternalComment(
                    id,
                    TicketSyncInbound.Word(comment, "author") ?? "",
                    TicketSyncInbound.Text(comment, "body", MaxCommentText)!,
                    sentAt ?? request.ReceivedAt),
                OccurredAt = sentAt,
            });
        }

        if (TicketSyncInbound.Word(root, "status") is { } status)
        {
            events.Add(new InboundEvent
            {
                Kind = InboundEventKind.TicketChanged,
                Ticket = ticket,
                RawStatus = status,
                Status = options.StatusOf(status),
                RequestStatus = status,
                OccurredAt = sentAt,
            });
        }

        return events.ToImmutable();
    }

    private DateTimeOffset? SentAt() => TicketSyncInbound.Word(root, "sent_at") is { } text
        && DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
        ? at
        : null;
}
