namespace TicketExport.Targets;

/// <summary>Asks a target's tracker which fields a new ticket has, for a settings page that lets people complete the mapping.</summary>
/// <remarks>
/// Changes nothing at the tracker, and sends no credential to a destination that nobody confirmed or that is disabled. Names and values
/// are the tracker's and untrusted; secrets and what the account's redaction gate finds are masked. Safe for use from many threads.
/// </remarks>
public interface ITargetFields
{
    /// <summary>Asks for the fields of a new ticket.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>
    /// The fields, or why there are none: no such target, unusable settings, a provider that cannot be asked, or the tracker's refusal.
    /// </returns>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<TargetFieldsResult> DiscoverAsync(string accountId, string targetId, CancellationToken cancellationToken = default);
}
