namespace TicketExport.Contract;

/// <summary>Names and versions that the wire contract fixes.</summary>
public static class TicketExportContract
{
    /// <summary>The contract version of a ticket export document.</summary>
    public const string Version = "ticket-export.v1";

    /// <summary>The schema version of the webhook envelope.</summary>
    public const string WebhookVersion = "ticket-export.webhook.v1";

    /// <summary>The event that the webhook envelope carries.</summary>
    public const string RequestedEvent = "ticket_export.requested";

    /// <summary>The event of a test delivery: like a real one in everything else, and no work for its receiver.</summary>
    public const string TestEvent = "ticket_export.test";
}
