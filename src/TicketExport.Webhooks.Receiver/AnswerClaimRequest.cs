namespace TicketExport.Webhooks.Receiver;

/// <summary>Asks for a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="ContentHash">A hash of what is asked for, without what changes from try to try.</param>
/// <param name="Now">The receiver's time.</param>
/// <param name="LeaseUntil">Until when the claim holds without an answer; a later caller takes the key over.</param>
public sealed record AnswerClaimRequest(DeliveryKey Key, string ContentHash, DateTimeOffset Now, DateTimeOffset LeaseUntil);
