using TicketExport.Http;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>A receiver's answer to an event about a ticket that exists, read as its answer to a request for one.</summary>
internal static class WebhookEventMap
{
    public static ChangeOutcome ToChange(TicketHttpResult result, TicketReference ticket, TimeProvider time) => WebhookErrorMap.ToOutcome(result, ticket.ProviderTicketId, time) switch
    {
        CreateOutcome.Created => new ChangeOutcome.Changed(ticket),
        CreateOutcome.NotSent notSent => new ChangeOutcome.NotSent(notSent.Fault),
        CreateOutcome.RateLimited limited => new ChangeOutcome.RateLimited(limited.Fault, limited.Until),
        CreateOutcome.Rejected rejected => new ChangeOutcome.Rejected(rejected.Fault),
        CreateOutcome.Unknown unknown => new ChangeOutcome.Unknown(unknown.Fault),
        var other => throw new InvalidOperationException($"{other.GetType()} is not an outcome of a delivery."),
    };

    public static CommentOutcome ToComment(TicketHttpResult result, string commentId, TimeProvider time) => WebhookErrorMap.ToOutcome(result, commentId, time) switch
    {
        CreateOutcome.Created => new CommentOutcome.Posted(IdIn(result) ?? commentId),
        CreateOutcome.NotSent notSent => new CommentOutcome.Rejected(notSent.Fault),
        CreateOutcome.RateLimited limited => new CommentOutcome.Rejected(limited.Fault, limited.Until),
        CreateOutcome.Rejected rejected => new CommentOutcome.Rejected(rejected.Fault),
        CreateOutcome.Unknown unknown => new CommentOutcome.Unknown(unknown.Fault),
        var other => throw new InvalidOperationException($"{other.GetType()} is not an outcome of a delivery."),
    };

    // What the receiver's own events will call it. One that gives no id knows the comment by ours.
    private static string? IdIn(TicketHttpResult result) => result is TicketHttpResult.Answered answered ? WebhookAnswer.Read(answered.Answer).CommentId : null;
}
