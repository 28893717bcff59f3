using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Policies;

/// <summary>Takes a linked ticket for changes by this caller alone.</summary>
internal sealed class TicketChangeClaimer(
    ISyncLedger ledger,
    IExportLedgerQueries queries,
    IOptionsMonitor<TicketExportOptions> options,
    TimeProvider time)
{
    /// <summary>When the last call under a claim of now must be over.</summary>
    public DateTimeOffset NextDeadline => time.GetUtcNow() + options.CurrentValue.LeaseDuration;

    public Task<TicketChangeResult> ClaimAsync(PreparedExport export, ExportRecord holder, CancellationToken cancellationToken) =>
        ClaimAsync(holder, export.Provider, export.AskedAt, cancellationToken);

    /// <param name="holder">The export that holds the ticket.</param>
    /// <param name="provider">The provider of its target.</param>
    /// <param name="askedAt">When the document was asked for; <see langword="null"/> for a change that brings none.</param>
    /// <param name="cancellationToken">Cancels before the claim is written.</param>
    public async Task<TicketChangeResult> ClaimAsync(ExportRecord holder, ITicketProvider provider, DateTimeOffset? askedAt, CancellationToken cancellationToken)
    {
        var request = new TicketChangeRequest
        {
            AccountId = holder.Account.Id,
            ExportId = holder.ExportId,
            ClaimId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            AskedAt = askedAt,
            CreatedHash = await CreatedHashAsync(holder, cancellationToken).ConfigureAwait(false),

            // After a crash nobody else may write before the tracker had the time to finish what was under way.
            LeaseDuration = options.CurrentValue.LeaseDuration + provider.Sheet.SettleWindow,
        };
        return await ledger.ClaimChangeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Certain only while the link is the one that its newest attempt made: an adopted, linked or relinked ticket may hold anything.
    private async Task<string?> CreatedHashAsync(ExportRecord holder, CancellationToken cancellationToken)
    {
        var attempts = await queries.ListAttemptsAsync(holder.Account.Id, holder.ExportId, cancellationToken).ConfigureAwait(false);
        if (attempts is not [.., { State: AttemptState.Created } last] || last.EndedAt != holder.LinkedAt)
        {
            return null;
        }

        var document = await queries.ReadDocumentAsync(holder.Account.Id, holder.ExportId, cancellationToken).ConfigureAwait(false);
        return document is { } json ? DocumentHash.Of(json.Span) : null;
    }
}
