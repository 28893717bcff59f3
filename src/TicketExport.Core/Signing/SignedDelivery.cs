namespace TicketExport.Signing;

/// <summary>The three headers that the export profile signs, as they were received.</summary>
/// <remarks>A header that came more than once is passed with its values joined by a comma, which no value may hold.</remarks>
/// <param name="Timestamp">When the delivery was signed: epoch seconds as digits; <see langword="null"/> if absent.</param>
/// <param name="Nonce">The value that no other delivery uses; <see langword="null"/> if absent.</param>
/// <param name="Signature"><c>sha256=</c> and 64 lower-case hexadecimal digits; <see langword="null"/> if absent.</param>
public sealed record SignedDelivery(string? Timestamp, string? Nonce, string? Signature);
