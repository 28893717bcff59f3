using TicketExport.Contract;

namespace TicketExport.Pipeline;

/// <summary>Whom a call of an ability is for.</summary>
/// <param name="Account">The account.</param>
/// <param name="Target">The target.</param>
/// <param name="Credential">The target's secrets.</param>
internal sealed record AbilityScope(AccountScope Account, TicketTarget Target, TicketCredential Credential)
{
    /// <summary>What the call sends, if it sends one.</summary>
    public TicketExportDocument? Document { get; init; }
}
