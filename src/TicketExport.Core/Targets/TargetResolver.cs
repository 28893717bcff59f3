using Microsoft.Extensions.Options;
using TicketExport.Configuration;

namespace TicketExport.Targets;

/// <summary>Finds a target of an account and puts the defaults of its provider under it, wherever the target comes from.</summary>
internal sealed class TargetResolver(ITicketTargetSource targets, TicketProviderRegistry providers, IOptionsMonitor<TicketExportOptions> options)
{
    public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        targets.FindAsync(accountId, targetId, cancellationToken);

    /// <summary>The target with its provider; <see langword="null"/> when no provider serves it.</summary>
    public EffectiveTarget? Resolve(TicketTarget target) => providers.Find(target.ProviderKey) is { } provider
        ? new(MappingRules.WithDefaults(target, provider.Sheet, options.CurrentValue), provider)
        : null;

    /// <summary>What to do about a target that no provider serves, as one sentence.</summary>
    public string DescribeMissing(TicketTarget target) => providers.DescribeMissing(target.ProviderKey);
}
