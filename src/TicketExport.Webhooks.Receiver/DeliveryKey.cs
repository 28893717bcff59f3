namespace TicketExport.Webhooks.Receiver;

/// <summary>One piece of work at one endpoint.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="IdempotencyKey">The delivery's idempotency key.</param>
public sealed record DeliveryKey(string Endpoint, string IdempotencyKey);
