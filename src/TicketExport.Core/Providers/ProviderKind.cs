namespace TicketExport.Providers;

/// <summary>What stands behind a provider.</summary>
public enum ProviderKind
{
    /// <summary>Not set; refused at start.</summary>
    Unknown = 0,

    /// <summary>A tracker, reached over its own interface: the default.</summary>
    Tracker = 1,

    /// <summary>A receiver of webhooks, which makes the ticket by its own rules.</summary>
    Webhook = 2,

    /// <summary>Nothing outside this process: its tickets are not real, nothing leaves, and there is no destination to own.</summary>
    Mock = 3,
}
