using System.Globalization;
using System.Text.Json;

namespace TicketExport.Review;

/// <summary>How a review writes tickets and instants in its sentences.</summary>
internal static class ReviewText
{
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The item's name on the wire; a test holds it to the names that the enumeration declares.</summary>
    public static string Of(ReadinessKey key) => key switch
    {
        ReadinessKey.ReferenceVisible => "provider_reference_visible",
        ReadinessKey.DuplicateKnown => "duplicate_state_known",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(key.ToString()),
    };

    public static string Of(ReviewedReference reference) =>
        $"ticket {reference.Ticket.ExternalIssueId ?? reference.Ticket.ProviderTicketId} at target '{reference.TargetId}'";
}
