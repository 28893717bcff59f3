using System.Collections.Concurrent;

namespace TicketExport.Core.Tests.Worker;

/// <summary>A host's source of targets that a test changes while the worker runs.</summary>
internal sealed class Targets : ITicketTargetSource
{
    public ConcurrentDictionary<string, int?> PerMinute { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Missing { get; } = new(StringComparer.Ordinal);

    public Exception? Fault { get; set; }

    public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        Fault is not null
            ? Task.FromException<TicketTarget?>(Fault)
            : Task.FromResult(Missing.ContainsKey(targetId)
                ? null
                : new TicketTarget
                {
                    Id = targetId,
                    ProviderKey = "lane",
                    OwnershipConfirmed = true,
                    LinkScope = targetId.StartsWith("own", StringComparison.Ordinal) ? LinkScope.PerTarget : LinkScope.PerSource,
                    MaxPerMinute = PerMinute.GetValueOrDefault(targetId),
                });
}
