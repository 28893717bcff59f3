namespace TicketExport.Inbound;

/// <summary>Options of inbound deliveries: configuration section <c>TicketExport:Inbound</c>.</summary>
/// <remarks>A change takes effect with the next delivery.</remarks>
public sealed class TicketInboundOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Inbound";

    /// <summary>The largest body that is taken, in bytes; a larger one is refused before it is hashed.</summary>
    /// <value>Default: 262,144 (256 KiB). Range: 1,024 to 26,214,400 (25 MiB, the most that a tracker is known to send).</value>
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>
    /// How many deliveries of one target are verified in a minute at most, counted in this process; that many may come at once. All
    /// routes that lead to no target count as one.
    /// </summary>
    /// <value>Default: 1,200. Range: 1 to 600,000.</value>
    public int MaxPerMinute { get; set; } = 1_200;

    /// <summary>
    /// Whether a delivery about a ticket that is not linked here is answered as such, so that its sender learns of the mistake. Some
    /// trackers switch a webhook off that is answered with errors.
    /// </summary>
    /// <value>
    /// Default: <see langword="null"/>: yes for a sender of the ticket-sync profile, which speaks of linked tickets alone, and no for a
    /// tracker, whose webhook tells of every ticket that it has.
    /// </value>
    public bool? RefuseUnknownTickets { get; set; }

    /// <summary>How long deliveries and what came of them are remembered. A delivery that is repeated later counts as new.</summary>
    /// <value>Default: 30 days. Range: 1 to 3,650 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}
