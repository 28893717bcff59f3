using System.Collections.Concurrent;

namespace TicketExport.Core.Tests.Worker;

/// <summary>A host's source of targets that a test changes while the worker runs.</summary>
internal sealed class Targets : ITicketTargetSource
{
    public ConcurrentDictionary<string, int?> PerMinute { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Missing { get; } = new(StringComparer.Ordinal);

    public Exception? Fault { get; set; }

    /// <summary>Runs once, when a target is asked for next.</summary>
    public Func<Task>? Asked { get; set; }

    public async Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken)
    {
        if (Asked is { } asked)
        {
            Asked = null;
            await asked();
        }

        if (Fault is not null)
        {
            throw Fault;
        }

        return Missing.ContainsKey(targetId)
            ? null
            : new TicketTarget
            {
                Id = targetId,
                ProviderKey = "lane",
                OwnershipConfirmed = true,
                LinkScope = targetId.StartsWith("own", StringComparison.Ordinal) ? LinkScope.PerTarget : LinkScope.PerSource,
                MaxPerMinute = PerMinute.GetValueOrDefault(targetId),
            };
    }
}
