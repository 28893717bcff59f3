using System.Globalization;

namespace TicketExport.Review;

/// <summary>How a review writes tickets and instants in its sentences.</summary>
internal static class ReviewText
{
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Of(ReviewedReference reference) =>
        $"ticket {reference.Ticket.ExternalIssueId ?? reference.Ticket.ProviderTicketId} at target '{reference.TargetId}'";
}
