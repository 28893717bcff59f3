namespace TicketExport.Worker;

/// <summary>Options of the worker and of the dispatcher: configuration section <c>TicketExport:Worker</c>.</summary>
/// <remarks>Read when the worker starts, and at each call of the dispatcher.</remarks>
public sealed class TicketExportWorkerOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Worker";

    /// <summary>How long the worker waits for a signal before it asks the ledger for due exports.</summary>
    /// <value>Default: 5 seconds. Range: 100 milliseconds to 1 hour.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many exports are under way at a time.</summary>
    /// <value>Default: 16. Range: 1 to 500.</value>
    public int MaxParallel { get; set; } = 16;

    /// <summary>How many exports are under way to one target of one account at a time.</summary>
    /// <value>Default: 4. Range: 1 to 500.</value>
    public int MaxParallelPerTarget { get; set; } = 4;

    /// <summary>
    /// After how many tries in a row that could not even be prepared an export is parked as blocked: its document cannot be read,
    /// its target is missing or unusable, or the host's source threw.
    /// </summary>
    /// <value>Default: 5. Range: 1 to 100.</value>
    public int MaxFaults { get; set; } = 5;
}
