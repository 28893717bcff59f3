using TicketExport.Comments;
using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>Works on one due export or comment. Never throws: whatever happens stays with it.</summary>
internal sealed class DueHandler(DueRunner exports, DueComments comments)
{
    public Task<DueOutcome> RunAsync(DueExport due, CancellationToken cancellationToken) =>
        due.IsComment ? comments.RunAsync(due, cancellationToken) : exports.RunAsync(due, cancellationToken);
}
