using TicketExport.Ledger;

namespace TicketExport.Notifications;

/// <summary>That an export has come to an end, or to a point where a person is wanted.</summary>
/// <param name="NotificationId">Equal over all repetitions of this notification, and no other has it.</param>
/// <param name="Status">What the export came to then.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Export">The export as it stands now, which may be further: with its ticket, its failure and the next step.</param>
public sealed record ExportNotification(string NotificationId, ExportStatus Status, DateTimeOffset OccurredAt, ExportRecord Export);
