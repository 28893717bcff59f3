namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>What the content of a signed request is: a delivery, or the answer to what is none.</summary>
internal sealed record Reading(WebhookDelivery? Delivery, ReceiverResponse? Response)
{
    public static Reading Ignored { get; } = new(null, Responses.Ignored);

    public static implicit operator Reading(WebhookDelivery delivery) => new(delivery, null);

    public static Reading Refuse(RefusalReason reason) => new(null, Responses.Refused(reason));
}
