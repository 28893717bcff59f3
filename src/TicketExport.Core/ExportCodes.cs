namespace TicketExport;

/// <summary>The stable top-level codes of an <see cref="ExportFailure"/>.</summary>
public static class ExportCodes
{
    /// <summary>The request failed after the payload was built, or its effect is not known.</summary>
    public const string DeliveryFailed = "TICKET_EXPORT_DELIVERY_FAILED";

    /// <summary>Required fields are missing; the failure names all of them.</summary>
    public const string MappingRequired = "TICKET_EXPORT_MAPPING_REQUIRED";

    /// <summary>The answer to a request for a source that already has a ticket.</summary>
    public const string Duplicate = "TICKET_EXPORT_DUPLICATE";

    /// <summary>Written on an attempt that was stopped at send time because the ticket was found meanwhile.</summary>
    public const string DuplicateBlocked = "TICKET_EXPORT_DUPLICATE_BLOCKED";

    /// <summary>No usable way to the provider: unknown, unreachable, unsafe or without a secret.</summary>
    public const string ProviderUnavailable = "TICKET_EXPORT_PROVIDER_UNAVAILABLE";

    /// <summary>The provider refused the credentials.</summary>
    public const string ProviderAuthFailed = "PROVIDER_AUTH_FAILED";

    /// <summary>The provider is registered and its configuration lacks keys.</summary>
    public const string ProviderNotConfigured = "ProviderNotConfigured";

    /// <summary>The document breaks the contract; the failure names every field.</summary>
    public const string DocumentInvalid = "TICKET_EXPORT_DOCUMENT_INVALID";

    /// <summary>
    /// The redaction gate found a secret, a private path or personal data, or the target must not be sent evidence; the failure names
    /// every field and rule, never the text.
    /// </summary>
    public const string UnsafeContent = "TICKET_EXPORT_CONTENT_UNSAFE";

    /// <summary>
    /// The ticket exists, and its status could not be read or mapped, or a change did not reach it;
    /// <see cref="ExportFailure.SubCode"/> says which. The link stays.
    /// </summary>
    public const string StatusSyncFailed = "TICKET_STATUS_SYNC_FAILED";

    /// <summary>The verdict that the native way is out and a file is to be made: the retries are used up.</summary>
    public const string PortableExportRequired = "PORTABLE_EXPORT_REQUIRED";

    /// <summary>A portable file could not be made; no partial file is left.</summary>
    public const string PortableExportFailed = "PORTABLE_EXPORT_FAILED";
}
