namespace TicketExport;

/// <summary>The names of what TicketExport tells a host's telemetry. They are stable; docs/diagnostics.md lists the values.</summary>
/// <remarks>No tag holds an id, a fingerprint, an address, a payload or a secret, so that every tag has few values.</remarks>
public static class TicketExportDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string SourceName = "TicketExport";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "TicketExport";

    /// <summary>The activity of one call to <see cref="ITicketExporter.ExportAsync"/>; of kind internal.</summary>
    public const string ExportActivity = "ticket_export.export";

    /// <summary>The activity of one call to a provider, for an export inside <see cref="ExportActivity"/>; of kind client.</summary>
    public const string AttemptActivity = "ticket_export.attempt";

    /// <summary>The histogram of how long calls to providers take, in seconds.</summary>
    public const string AttemptDuration = "ticket_export.attempt.duration";

    /// <summary>The counter of calls to <see cref="ITicketExporter.ExportAsync"/> by outcome.</summary>
    public const string Exports = "ticket_export.exports";

    /// <summary>The counter of calls that made no second ticket because one exists: already exported, opened, updated or adopted.</summary>
    public const string DuplicatesPrevented = "ticket_export.duplicates_prevented";

    /// <summary>The counter of attempts whose effect stayed unknown; each is counted once.</summary>
    public const string DeliveryUnknown = "ticket_export.delivery_unknown";

    /// <summary>The counter of requests to an endpoint of the receiver kit by what became of them.</summary>
    public const string ReceiverRequests = "ticket_export.receiver.requests";

    /// <summary>The counter of deliveries to <see cref="Inbound.ITicketInbound"/> by what became of them.</summary>
    public const string InboundDeliveries = "ticket_export.inbound.deliveries";

    /// <summary>The tag with the name of an endpoint of the receiver kit, as the host gave it.</summary>
    public const string EndpointTag = "ticket_export.endpoint";

    /// <summary>The tag with the key of the provider, such as <c>github</c>.</summary>
    public const string ProviderTag = "ticket_export.provider";

    /// <summary>The tag with what a provider was asked for, such as <c>create</c> or <c>read</c>.</summary>
    public const string OperationTag = "ticket_export.operation";

    /// <summary>The tag with what a call came to, in snake case.</summary>
    public const string OutcomeTag = "ticket_export.outcome";

    /// <summary>The tag with why it failed: a <see cref="FailureReason"/> in snake case, or the type of an exception.</summary>
    public const string ErrorTypeTag = "error.type";
}
