using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace TicketExport.Configuration;

/// <summary>Targets of <see cref="TicketExportOptions.Targets"/>; follows a reload of the configuration.</summary>
internal sealed class ConfiguredTargets(IOptionsMonitor<TicketExportOptions> options) : ITicketTargetSource, ITicketTargetList
{
    public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (id, target) in options.CurrentValue.Targets)
        {
            if (string.Equals(id, targetId, StringComparison.OrdinalIgnoreCase) && Serves(target, accountId))
            {
                return Task.FromResult<TicketTarget?>(ToTarget(id, target));
            }
        }

        return Task.FromResult<TicketTarget?>(null);
    }

    public Task<ImmutableArray<TicketTarget>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<ImmutableArray<TicketTarget>>(
        [
            .. options.CurrentValue.Targets
                .Where(target => Serves(target.Value, accountId))
                .OrderBy(static target => target.Key, StringComparer.Ordinal)
                .Select(static target => ToTarget(target.Key, target.Value)),
        ]);
    }

    /// <summary>The id keeps the spelling of the configuration: it is part of the idempotency key.</summary>
    public static TicketTarget ToTarget(string id, TicketTargetOptions options) => new()
    {
        Id = id,
        ProviderKey = options.Provider ?? "",
        BaseUrl = Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) ? url : null,
        Project = string.IsNullOrEmpty(options.Project) ? null : options.Project,
        LinkScope = options.LinkScope,
        OnDuplicate = options.OnDuplicate,
        OnClosedTicket = options.OnClosedTicket,
        MaxPerMinute = options.MaxPerMinute,
        AcceptsEvidence = options.AcceptsEvidence,
        OwnershipConfirmed = options.OwnershipConfirmed,
        RequiredFields = [.. options.RequiredFields],
        RecreateWhenAbsent = options.RecreateWhenAbsent,
        Settings = options.Settings.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
        Keyed = options.Keyed,
    };

    public static bool Serves(TicketTargetOptions target, string accountId) =>
        string.IsNullOrEmpty(target.Account) || string.Equals(target.Account, accountId, StringComparison.Ordinal);
}
