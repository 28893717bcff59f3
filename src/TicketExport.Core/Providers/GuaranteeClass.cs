namespace TicketExport.Providers;

/// <summary>What can be promised about duplicates, given what a tracker allows.</summary>
public enum GuaranteeClass
{
    /// <summary>Not set; refused at start.</summary>
    Unknown = 0,

    /// <summary>Native idempotency key or client-chosen id: exactly one ticket.</summary>
    NativeIdempotency = 1,

    /// <summary>Strongly consistent look-up by marker: exactly one ticket.</summary>
    ConsistentLookup = 2,

    /// <summary>Lagging look-up: exactly one ticket if the lag stays within the settle window, else the outcome stays unknown.</summary>
    LaggingLookup = 3,

    /// <summary>No look-up: a try of unknown outcome is never repeated by itself.</summary>
    NoLookup = 4,
}
