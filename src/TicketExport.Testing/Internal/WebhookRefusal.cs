namespace TicketExport.Testing.Internal;

// What a delivery is refused with, in the codes that the contract gives receivers.
internal sealed record WebhookRefusal(int Status, string Code)
{
    public static readonly WebhookRefusal Signature = new(401, "WEBHOOK_SIGNATURE_INVALID");
    public static readonly WebhookRefusal Validation = new(400, "WEBHOOK_VALIDATION_FAILED");
    public static readonly WebhookRefusal Contract = new(422, "WEBHOOK_VALIDATION_FAILED");
}
