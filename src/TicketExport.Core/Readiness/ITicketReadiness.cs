namespace TicketExport.Readiness;

/// <summary>Says whether tickets can go out at all: how the engine and the targets of an account stand, and who puts right what is wrong.</summary>
/// <remarks>
/// What is wrong is an item of the list and never an exception, a ledger that cannot be reached included. Changes nothing. Safe for use
/// from many threads.
/// </remarks>
public interface ITicketReadiness
{
    /// <summary>Looks at the engine: its ledger, its worker in this process, and the work that is due.</summary>
    Task<ReadinessReport> CheckEngineAsync(CancellationToken cancellationToken = default);

    /// <summary>Looks at the engine and at every target of an account, as far as the host's source can list them. Asks no tracker.</summary>
    Task<ReadinessReport> CheckAccountAsync(string accountId, CancellationToken cancellationToken = default);

    /// <summary>Looks at one target.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="mayAskTracker">Whether the tracker may be asked if it accepts the credentials, where nothing else stands against it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The items of the target, or <see langword="null"/> when the account has no such target.</returns>
    Task<ReadinessReport?> CheckTargetAsync(string accountId, string targetId, bool mayAskTracker = false, CancellationToken cancellationToken = default);
}
