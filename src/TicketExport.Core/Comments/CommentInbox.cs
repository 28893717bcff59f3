using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>Takes comments of linked tickets into the threads of their sources.</summary>
internal sealed class CommentInbox
{
    /// <summary>Applies one event about a comment. Safe to repeat, in any order.</summary>
    /// <param name="export">The export whose link the event's ticket is.</param>
    /// <param name="connection">The target whose secret verified the event.</param>
    /// <param name="inbound">The event; of the kinds that are about a comment.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<CommentApplied> ReceiveAsync(
        ExportRecord export,
        TargetConnection connection,
        InboundEvent inbound,
        CancellationToken cancellationToken) =>
        Task.FromResult(inbound.IsPrivate ? CommentApplied.Private : CommentApplied.Incomplete);
}
