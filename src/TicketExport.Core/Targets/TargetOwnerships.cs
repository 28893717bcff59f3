using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>Judges whether the present destination of a target was confirmed.</summary>
internal sealed class TargetOwnerships(IOwnershipLedger ledger)
{
    /// <summary>The same as <see cref="ReadAsync"/> says, without asking the ledger where the target answers for itself.</summary>
    public async Task<bool> IsConfirmedAsync(string accountId, EffectiveTarget effective, CancellationToken cancellationToken) =>
        AnswersForItself(effective) || (await ReadAsync(accountId, effective, cancellationToken).ConfigureAwait(false)).IsConfirmed;

    public async Task<TargetOwnership> ReadAsync(string accountId, EffectiveTarget effective, CancellationToken cancellationToken)
    {
        var (target, sheet) = (effective.Target, effective.Provider.Sheet);
        var destination = DestinationHash.Compute(accountId, target, sheet);
        var newest = await ledger.FindOwnershipAsync(new TargetKey(accountId, target.Id), cancellationToken).ConfigureAwait(false);
        return new TargetOwnership
        {
            TargetId = target.Id,
            Destination = destination,
            Origin = DestinationHash.OriginOf(target),
            IsConfirmed = AnswersForItself(effective) || (newest is { IsConfirmed: true } && newest.DestinationHash == destination),
            IsLocal = IsLocal(effective),
            IsSetByTarget = target.OwnershipConfirmed,
            Newest = newest,
        };
    }

    private static bool AnswersForItself(EffectiveTarget effective) => effective.Target.OwnershipConfirmed || IsLocal(effective);

    private static bool IsLocal(EffectiveTarget effective) => effective.Provider.Sheet.Kind == ProviderKind.Mock;
}
