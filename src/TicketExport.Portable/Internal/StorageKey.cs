using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>Checks the path under which a host keeps a file: opaque to us, and never a path of a server's disk.</summary>
internal static class StorageKey
{
    private const int MaxLength = 1_024;

    public static void ThrowIfUnusable(string storageKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(storageKey);
        LedgerText.ThrowIfUnsafe(storageKey);

        // As with a ledger's path: an absolute one would tell where the server keeps things, and an address may hold a credential.
        var isAbsolute = storageKey[0] is '/' or '\\' or '~' || storageKey.Contains(':', StringComparison.Ordinal);
        if (storageKey.Length > MaxLength || isAbsolute || storageKey.Any(char.IsControl) || storageKey.Split('/', '\\').Contains(".."))
        {
            throw new ArgumentException(
                $"The storage key must be relative, without ':', '..' and control characters, and have at most {MaxLength} characters. Give the key of the file below the host's storage.",
                nameof(storageKey));
        }
    }
}
