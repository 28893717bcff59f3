namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Whether the host is to be told of an outcome: the export has come to an end, or waits for a person.</summary>
    /// <param name="update">The outcome.</param>
    public static bool IsTold(ExportUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Notify && update.Status switch
        {
            ExportStatus.Exported or ExportStatus.PartialFailed or ExportStatus.Failed or ExportStatus.Blocked => true,
            ExportStatus.DeliveryUnknown => update.RetryAt is null,
            _ => false,
        };
    }
}
