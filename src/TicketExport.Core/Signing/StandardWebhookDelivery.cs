namespace TicketExport.Signing;

/// <summary>The three headers of a Standard Webhooks delivery, as they were received.</summary>
/// <remarks>A header that came more than once is passed with its values joined by a comma, which makes it malformed.</remarks>
/// <param name="Id">The id of the message, equal over its retries; <see langword="null"/> if absent.</param>
/// <param name="Timestamp">When this attempt was signed: epoch seconds as digits; <see langword="null"/> if absent.</param>
/// <param name="Signature">Signatures joined by spaces, each a version, a comma and base64; <see langword="null"/> if absent.</param>
public sealed record StandardWebhookDelivery(string? Id, string? Timestamp, string? Signature);
