namespace TicketExport.Sync;

/// <summary>Options of reading tickets' statuses by themselves: configuration section <c>TicketExport:Sync</c>.</summary>
/// <remarks>A change takes effect with the next reads; a read that is planned already keeps its time.</remarks>
public sealed class TicketSyncOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Sync";

    /// <summary>Whether the worker reads due tickets. Without it, tickets are read when a host asks, and hints of webhooks wait until then.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How long after a read a ticket is read again. Keep it below <see cref="TicketExportOptions.StatusFreshness"/>, or statuses go stale.</summary>
    /// <value>Default: 10 minutes. Range: 1 minute to 30 days; choose days where webhooks tell of changes.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The same for a ticket that is done, or that the tracker no longer shows.</summary>
    /// <value>Default: 12 hours. Range: <see cref="Interval"/> to 365 days.</value>
    public TimeSpan DoneInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// How many requests for statuses go to one target of one account in a minute at most, apart from what exports send. A request for
    /// many tickets at once counts as one.
    /// </summary>
    /// <value>Default: 60. Range: 1 to 6,000.</value>
    public int MaxPerMinute { get; set; } = 60;

    /// <summary>How many targets are read at a time; of each, one request at a time.</summary>
    /// <value>Default: 2. Range: 1 to 64.</value>
    public int MaxParallel { get; set; } = 2;

    /// <summary>How many tickets the worker takes at a time.</summary>
    /// <value>Default: 200. Range: 1 to 1,000.</value>
    public int BatchSize { get; set; } = 200;

    /// <summary>How long the worker waits for a hint before it asks the ledger for due tickets.</summary>
    /// <value>Default: 5 seconds. Range: 100 milliseconds to 1 hour.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);
}
