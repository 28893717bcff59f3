using System.Security.Cryptography;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Inbound;

/// <summary>A delivery whose signature fits.</summary>
/// <param name="AccountId">The account; <see langword="null"/> for a shared target.</param>
/// <param name="Connection">The target whose secret verified it.</param>
/// <param name="Told">What it tells.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record AuthenticDelivery(string? AccountId, TargetConnection Connection, InboundOutcome.Authentic Told, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where it is remembered; a shared target has no account.</summary>
    public TargetKey Lane => new(AccountId ?? "", Connection.Target.Id);

    /// <summary>Whether its events are hints, because the ticket itself can be read.</summary>
    public bool CanRead => Connection.Provider is IStatusProvider;

    /// <summary>Whether its sender is told of tickets that are not linked; <see langword="null"/> to decide by the kind of sender.</summary>
    public bool? RefusesUnknown { get; init; }

    public string BodyHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Body.Span));
}
