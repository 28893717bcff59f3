using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that people change links through.</summary>
public interface ILinkLedger
{
    /// <summary>Changes links, each with its audit row, in one durable write.</summary>
    /// <param name="commands">The changes, in order; a later one sees what an earlier one wrote.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>One result for each change, in the same order.</returns>
    /// <exception cref="ArgumentException">A change cannot be stored; nothing was written.</exception>
    Task<ImmutableArray<LinkResult>> ChangeLinksAsync(ImmutableArray<LinkCommand> commands, CancellationToken cancellationToken);
}
