namespace TicketExport.States;

/// <summary>An export in one word for a list, and what must be shown beside it.</summary>
/// <remarks>Derived and never stored. The table is in docs/concepts/status-words.md.</remarks>
public sealed record ExportSummary
{
    private ExportSummary()
    {
    }

    /// <summary>The word.</summary>
    public required ExportWord Word { get; init; }

    /// <summary>The ticket's status as last read; <see langword="null"/> where there is no ticket to have one, as with a file.</summary>
    public required ProviderStatus? ProviderStatus { get; init; }

    /// <summary>Trouble of the sync, to be shown beside the word so that an older good status never hides it.</summary>
    public required SyncNote SyncNote { get; init; }

    /// <summary>Whether a required field of the target has no value while there is no ticket yet, so that nothing can be sent.</summary>
    public required bool NeedsMapping { get; init; }

    /// <summary>Derives the summary. Pure, and defined for every combination of values.</summary>
    /// <param name="axes">Where the export stands.</param>
    /// <exception cref="ArgumentNullException"><paramref name="axes"/> is <see langword="null"/>.</exception>
    public static ExportSummary Of(ExportAxes axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        var hasTicket = axes.Link is LinkState.Live or LinkState.Broken && axes.ExportStatus != ExportStatus.Portable;
        return new ExportSummary
        {
            Word = WordOf(axes),
            ProviderStatus = hasTicket ? axes.ProviderStatus : null,
            SyncNote = hasTicket ? NoteOf(axes) : SyncNote.None,
            NeedsMapping = axes is { MappingStatus: MappingStatus.Incomplete, Link: LinkState.None }
                && axes.ExportStatus != ExportStatus.Portable,
        };
    }

    private static ExportWord WordOf(ExportAxes axes) => axes.ExportStatus switch
    {
        ExportStatus.Draft => ExportWord.Draft,
        ExportStatus.Approved => ExportWord.Approved,
        ExportStatus.Delivering => ExportWord.Exporting,
        ExportStatus.DeliveryUnknown => ExportWord.DeliveryUnknown,
        ExportStatus.RetryScheduled => ExportWord.RetryScheduled,
        ExportStatus.Failed => ExportWord.Failed,
        ExportStatus.Blocked => ExportWord.Blocked,
        ExportStatus.Disconnected => ExportWord.Disconnected,
        ExportStatus.Portable => ExportWord.Portable,
        ExportStatus.Exported or ExportStatus.PartialFailed => WordOfTicket(axes),
        _ => ExportWord.Unknown,
    };

    private static ExportWord WordOfTicket(ExportAxes axes) => axes switch
    {
        { Link: LinkState.Unlinked } => ExportWord.Unlinked,
        { Link: not LinkState.Live } => ExportWord.BrokenReference,
        { ExportStatus: ExportStatus.PartialFailed } => ExportWord.PartialFailed,
        { ProviderStatus: States.ProviderStatus.Open } => ExportWord.Open,
        { ProviderStatus: States.ProviderStatus.InProgress } => ExportWord.InProgress,
        { ProviderStatus: States.ProviderStatus.Done } => ExportWord.Done,
        _ => ExportWord.Exported,
    };

    // The worst news first: a lost connection explains a failure, a failure outweighs a planned retry.
    private static SyncNote NoteOf(ExportAxes axes) => axes switch
    {
        { ExportStatus: ExportStatus.Disconnected } or { StatusSyncStatus: StatusSyncStatus.Disconnected } => SyncNote.Disconnected,
        { SyncState: SyncState.Error } or { StatusSyncStatus: StatusSyncStatus.Failed } => SyncNote.Failed,
        { StatusSyncStatus: StatusSyncStatus.RetryScheduled } => SyncNote.RetryScheduled,
        { StatusSyncStatus: StatusSyncStatus.Stale } => SyncNote.Stale,
        { StatusSyncStatus: not StatusSyncStatus.Fresh } => SyncNote.Never,
        { SyncState: SyncState.Pending } => SyncNote.Pending,
        _ => SyncNote.None,
    };
}
