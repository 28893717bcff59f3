namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Refuses a ledger on a network file system, where locks and the shared memory of a write-ahead log do not hold between machines.</summary>
/// <remarks>Source: "Write-Ahead Logging" of SQLite's documentation, on network filesystems.</remarks>
internal static class LocalDisk
{
    /// <param name="path">The file's full path.</param>
    /// <param name="kindOf">What kind of drive an existing folder is on.</param>
    public static void Require(string path, Func<string, DriveType> kindOf)
    {
        if (IsShare(path) || (Path.GetDirectoryName(path) is { } folder && kindOf(folder) == DriveType.Network))
        {
            throw new TicketExportException(
                $"The ledger file {path} lies on a network file system, where SQLite's write-ahead log is not safe and two machines can both create a ticket. "
                + $"Set {SqliteLedgerDefaults.SectionName}:ConnectionString to a file on a local disk.");
        }
    }

    public static DriveType KindOf(string folder)
    {
        try
        {
            return new DriveInfo(folder).DriveType;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return DriveType.Unknown;
        }
    }

    private static bool IsShare(string path) => path.StartsWith(@"\\", StringComparison.Ordinal) && !path.StartsWith(@"\\?\", StringComparison.Ordinal);
}
