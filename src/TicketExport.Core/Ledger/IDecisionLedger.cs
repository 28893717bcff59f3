using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that people decide on exports through.</summary>
public interface IDecisionLedger
{
    /// <summary>Writes decisions, each with its audit row, in one durable write.</summary>
    /// <param name="commands">The decisions, in order; a later one sees what an earlier one wrote.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>One result for each decision, in the same order.</returns>
    /// <exception cref="ArgumentException">A decision cannot be stored; nothing was written.</exception>
    Task<ImmutableArray<DecisionResult>> DecideAsync(ImmutableArray<DecisionCommand> commands, CancellationToken cancellationToken);
}
