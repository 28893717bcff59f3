namespace TicketExport.Notifications;

/// <summary>Options of the notifications: configuration section <c>TicketExport:Notifications</c>.</summary>
public sealed class NotificationOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Notifications";

    /// <summary>How long the handlers may take for one notification; then it is given up and comes again.</summary>
    /// <value>Default: 30 seconds. Range: 1 second to 1 hour.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the worker waits for a signal before it asks the ledger for notifications.</summary>
    /// <value>Default: 5 seconds. Range: 100 milliseconds to 1 hour.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before a notification is handed over again after an exception; doubles with each further one.</summary>
    /// <value>Default: 15 seconds. Range: 1 second to <see cref="RetryMaxDelay"/>.</value>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest such wait. A notification is never given up.</summary>
    /// <value>Default: 1 hour. Range: <see cref="RetryBaseDelay"/> to 7 days.</value>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromHours(1);
}
