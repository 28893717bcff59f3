namespace TicketExport.States;

/// <summary>Where an export stands on each of its axes. None of them follows from another.</summary>
public sealed record ExportAxes
{
    /// <summary>The export.</summary>
    public required ExportStatus ExportStatus { get; init; }

    /// <summary>The tie to the ticket.</summary>
    public LinkState Link { get; init; }

    /// <summary>The ticket's status, as last read and mapped.</summary>
    public ProviderStatus ProviderStatus { get; init; }

    /// <summary>Whether the host's changes have reached the ticket.</summary>
    public SyncState SyncState { get; init; }

    /// <summary>How far <see cref="ProviderStatus"/> can be relied on.</summary>
    public StatusSyncStatus StatusSyncStatus { get; init; }

    /// <summary>Whether the target's required fields are mapped.</summary>
    public MappingStatus MappingStatus { get; init; }
}
