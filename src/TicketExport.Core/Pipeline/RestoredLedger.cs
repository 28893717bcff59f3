using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>
/// After a backup was restored the ledger does not know what it exported since. Until the host says that this is over, each create is
/// preceded by a look-up for a ticket of the lost time.
/// </summary>
internal sealed class RestoredLedger(
    ProviderCaller caller,
    ExportTransition transition,
    IOptionsMonitor<TicketExportOptions> options,
    TimeProvider time)
{
    /// <returns>What to write in the place of sending; <see langword="null"/> when the request may leave.</returns>
    public async Task<ExportUpdate?> LookUpAsync(ClaimedExport work, FindTicketRequest request, CancellationToken cancellationToken)
    {
        if (options.CurrentValue.LedgerRestoredAt is not { } restoredAt)
        {
            return null;
        }

        var (provider, sheet) = (work.Export.Provider, work.Export.Provider.Sheet);
        var settledAt = restoredAt + sheet.Timeout + sheet.SettleWindow;
        if (settledAt > time.GetUtcNow())
        {
            return transition.NotBegunBefore(work, NotSettled, settledAt);
        }

        return caller.BudgetOf(work.Claim, provider) is { } budget
            ? transition.AfterPrecaution(
                await caller.FindAsync(provider, request with { AttemptStartedAt = restoredAt }, budget, cancellationToken).ConfigureAwait(false),
                work)
            : transition.NotBegun(work, ExportSender.LeaseTooShort, isRepeat: false);
    }

    private static ProviderFault NotSettled => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "The ledger was restored from a backup, and a ticket of the time that it lost may not show yet. It is looked for first; nothing was sent.",
    };
}
