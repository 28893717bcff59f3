using TicketExport.Contract;

namespace TicketExport.Portable.Internal;

// The contract's words. Kept as switches: names of enum members are ours, these words are the readers'.
internal static class WireWord
{
    public static string Of(TicketSeverity severity) => severity switch
    {
        TicketSeverity.Critical => "critical",
        TicketSeverity.High => "high",
        TicketSeverity.Medium => "medium",
        TicketSeverity.Low => "low",
        TicketSeverity.Info => "info",
        _ => "unknown",
    };

    public static string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "urgent",
        TicketPriority.High => "high",
        TicketPriority.Medium => "medium",
        TicketPriority.Low => "low",
        TicketPriority.None => "none",
        _ => "unknown",
    };

    public static string Of(ExportStatus status) => status switch
    {
        ExportStatus.Draft => "draft",
        ExportStatus.Approved => "approved",
        ExportStatus.Delivering => "delivering",
        ExportStatus.DeliveryUnknown => "delivery_unknown",
        ExportStatus.Exported => "exported",
        ExportStatus.RetryScheduled => "retry_scheduled",
        ExportStatus.PartialFailed => "partial_failed",
        ExportStatus.Failed => "failed",
        ExportStatus.Blocked => "blocked",
        ExportStatus.Disconnected => "disconnected",
        ExportStatus.Portable => "portable",
        _ => "unknown",
    };

    public static string? Of(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
