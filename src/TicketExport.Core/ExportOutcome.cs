namespace TicketExport;

/// <summary>What a call to <see cref="ITicketExporter.ExportAsync"/> came to.</summary>
public enum ExportOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>This call created the ticket.</summary>
    Created = 1,

    /// <summary>An earlier try had created the ticket without our knowing; it was found again and linked. Nothing was created.</summary>
    Adopted = 2,

    /// <summary>The source already had a ticket; nothing was sent.</summary>
    AlreadyExported = 3,

    /// <summary>Another caller is exporting the same source right now; nothing was sent.</summary>
    InProgress = 4,

    /// <summary>Proven not created; a retry is planned for <see cref="ExportResult.RetryAt"/>.</summary>
    RetryScheduled = 5,

    /// <summary>A request left and its effect is not known; nothing is sent again before that is settled.</summary>
    DeliveryUnknown = 6,

    /// <summary>The tracker refused the ticket; <see cref="ExportResult.Failure"/> says what to change.</summary>
    Failed = 7,

    /// <summary>Stopped before anything was sent; <see cref="ExportResult.Failure"/> says what to change.</summary>
    Blocked = 8,

    /// <summary>Approved and due; nothing was sent yet. A worker sends it.</summary>
    Enqueued = 9,

    /// <summary>
    /// The source already had a ticket, which the target's <see cref="TicketTarget.OnDuplicate"/> takes for a success; nothing was sent to
    /// it, or it was opened again or got a comment because it was closed.
    /// </summary>
    OpenedExisting = 10,

    /// <summary>The source already had a ticket, and this call brought it to the request's document.</summary>
    UpdatedExisting = 11,
}
