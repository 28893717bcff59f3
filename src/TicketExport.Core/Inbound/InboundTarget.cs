namespace TicketExport.Inbound;

/// <summary>The target that a route of inbound deliveries belongs to.</summary>
/// <param name="Target">The target.</param>
/// <param name="AccountId">
/// The account; <see langword="null"/> for a target that several accounts share, whose tickets then tell the account. Its secrets are
/// asked for with an empty account.
/// </param>
public sealed record InboundTarget(TicketTarget Target, string? AccountId);
