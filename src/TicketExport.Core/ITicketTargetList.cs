using System.Collections.Immutable;

namespace TicketExport;

/// <summary>What an <see cref="ITicketTargetSource"/> also implements where it can list the targets of an account.</summary>
/// <remarks>Configured targets can be listed. Called for readiness, from several threads at once; exporting never needs it.</remarks>
public interface ITicketTargetList
{
    /// <summary>Lists the targets of an account, in a stable order.</summary>
    Task<ImmutableArray<TicketTarget>> ListAsync(string accountId, CancellationToken cancellationToken);
}
