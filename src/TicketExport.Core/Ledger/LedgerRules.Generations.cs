using TicketExport.Identity;
using TicketExport.States;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>
    /// The key of the generation before, where a request is ahead of its guard row: a ledger reads that export into
    /// <see cref="ClaimSituation.Previous"/>. <see langword="null"/> when nothing is to be read.
    /// </summary>
    /// <remarks>
    /// A target whose links reach as far as another guard key since its settings changed finds a row that knows nothing of
    /// the unlinks under the old key. The exports themselves do.
    /// </remarks>
    /// <param name="keys">The request's keys.</param>
    /// <param name="targetId">The request's target.</param>
    /// <param name="current">The generation of the guard row; <see langword="null"/> when there is none.</param>
    public static IdempotencyKey? PreviousKeyOf(ExportKeys keys, string targetId, int? current)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Generation > (current ?? 1) ? IdempotencyKey.Compute(keys.Fingerprint, targetId, keys.Generation - 1) : null;
    }

    /// <summary>The generation in which a source is linked by hand: that of its guard row, or the first after it that was not unlinked.</summary>
    /// <param name="command">The link.</param>
    /// <param name="current">The generation of the guard row; <see langword="null"/> when there is none.</param>
    /// <param name="find">Finds an export of the account by its key, inside the same transaction.</param>
    public static int GenerationOf(LinkCommand.Link command, int? current, Func<IdempotencyKey, LedgerEntry?> find)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(find);
        var generation = current ?? 1;
        while (IsUnlinked(find(command.KeysOf(generation).IdempotencyKey)))
        {
            generation++;
        }

        return generation;
    }

    private static bool IsUnlinked(LedgerEntry? entry) => entry is { Export.Link: LinkState.Unlinked };
}
