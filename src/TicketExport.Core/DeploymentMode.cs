namespace TicketExport;

/// <summary>How the host is run, and with it which targets it may send to.</summary>
public enum DeploymentMode
{
    /// <summary>Never valid.</summary>
    Unknown = 0,

    /// <summary>Run for many customers: the default.</summary>
    Cloud = 1,

    /// <summary>Run by the customer. Providers whose targets can allow a private network allow it as in <see cref="Cloud"/>: each target says so.</summary>
    SelfHosted = 2,

    /// <summary>Only webhook targets can be used: the receiver's side makes the tickets.</summary>
    WebhookOnly = 3,
}
