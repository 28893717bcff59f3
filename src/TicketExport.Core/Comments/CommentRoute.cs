using TicketExport.Ledger;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>The way of a comment to its ticket.</summary>
/// <param name="Export">The export whose ticket it is.</param>
/// <param name="Connection">How its tracker is reached.</param>
internal sealed record CommentRoute(ExportRecord Export, TargetConnection Connection)
{
    /// <summary>How long a try holds the comment: after a crash nobody else may send before the tracker had the time to finish.</summary>
    public TimeSpan LeaseFor(TimeSpan call) => call + Connection.Provider.Sheet.SettleWindow;
}
