using TicketExport.Ledger;
using TicketExport.Policies;

namespace TicketExport.Pipeline;

/// <summary>What callers get: from the ledger's rows, and from the target's policies where a ticket exists.</summary>
internal sealed class ExportAnswers(ExportResults results, LinkedTickets linkedTickets)
{
    public ExportResults Results => results;

    /// <summary>What the target's policies answer for a ticket that exists; <see langword="null"/> when the source may have a new one.</summary>
    public Task<ExportResult?> AskPoliciesAsync(PreparedExport export, ExportRecord holder, CancellationToken cancellationToken) =>
        linkedTickets.AnswerAsync(export, holder, cancellationToken);
}
