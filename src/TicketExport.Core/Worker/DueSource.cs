using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>Finds what waits for a worker: exports and comments, which share the lanes of their targets.</summary>
internal sealed class DueSource(IExportLedger exports, ICommentLedger comments)
{
    public async Task<ImmutableArray<DueExport>> FindAsync(DueQuery query, CancellationToken cancellationToken)
    {
        var due = await exports.FindDueAsync(query, cancellationToken).ConfigureAwait(false);
        var written = await comments.FindDueCommentsAsync(query, cancellationToken).ConfigureAwait(false);
        return written.IsEmpty ? due : DueRules.Order(due.Concat(written.Select(static comment => comment with { IsComment = true })), query);
    }
}
