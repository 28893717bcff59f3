namespace TicketExport.Ledger;

/// <summary>What the host is to be told of one outcome.</summary>
public sealed record NotificationRecord
{
    /// <summary>The export as it stands now.</summary>
    public required ExportRecord Export { get; init; }

    /// <summary>The fencing token of the claim whose outcome it tells of.</summary>
    public required long FencingToken { get; init; }

    /// <summary>What the export came to then.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>How often it was taken, this time among them.</summary>
    public required int Deliveries { get; init; }

    /// <summary>Equal over all deliveries, and no other notification has it.</summary>
    public string NotificationId => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Export.ExportId}-{FencingToken}");
}
