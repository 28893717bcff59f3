using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TicketExport.Configuration;
using TicketExport.Pipeline;

namespace TicketExport.Targets;

/// <summary>Finds a target of an account and puts the defaults of its provider under it, wherever the target comes from.</summary>
internal sealed class TargetResolver(ITicketTargetSource targets, TicketProviderRegistry providers, IOptionsMonitor<TicketExportOptions> options)
{
    /// <summary>The host's own target, or the one that flat keys declare; the host's wins.</summary>
    public async Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) ?? Keyed(accountId).FirstOrDefault(
            target => string.Equals(target.Id, targetId, StringComparison.OrdinalIgnoreCase));

    /// <summary>All targets of an account; <see langword="null"/> where the host's source cannot list them.</summary>
    public async Task<ImmutableArray<TicketTarget>?> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        if (targets is not ITicketTargetList list)
        {
            return null;
        }

        var own = await list.ListAsync(accountId, cancellationToken).ConfigureAwait(false);
        return own.AddRange(Keyed(accountId).Where(keyed => own.All(target => !string.Equals(target.Id, keyed.Id, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The target with its provider; <see langword="null"/> when no provider serves it, or its keys are not set.</summary>
    public EffectiveTarget? Resolve(TicketTarget target) => target.Keyed is not { Gap: not null } && providers.Find(target.ProviderKey) is { } provider
        ? new(MappingRules.WithDefaults(target, provider.Sheet, options.CurrentValue), provider)
        : null;

    /// <summary>What to do about a target that no provider serves, as one sentence.</summary>
    public string DescribeMissing(TicketTarget target) => providers.DescribeMissing(target.ProviderKey);

    /// <summary>Why a target could not be resolved.</summary>
    public ExportFailure FailureOf(TicketTarget target) => target.Keyed switch
    {
        { Gap: { } gap } keyed => FailureMap.NotConfigured(gap, keyed.Setting),
        { } keyed => FailureMap.ProviderMissing(target, $"{keyed.Setting}: {DescribeMissing(target)}") with { Setting = keyed.Setting },
        _ => FailureMap.ProviderMissing(target, DescribeMissing(target)),
    };

    private IEnumerable<TicketTarget> Keyed(string accountId) => options.CurrentValue.Targets
        .Where(target => target.Value.Keyed is not null && ConfiguredTargets.Serves(target.Value, accountId))
        .Select(static target => ConfiguredTargets.ToTarget(target.Key, target.Value));
}
