using System.Collections.Concurrent;

namespace TicketExport.Core.Tests.Targets;

/// <summary>A host's own store of targets, which a test changes between exports.</summary>
internal sealed class HostTargets : ITicketTargetSource
{
    private readonly ConcurrentDictionary<string, TicketTarget> _targets = new(StringComparer.Ordinal);

    public TicketTarget this[string id]
    {
        get => _targets[id];
        set => _targets[id] = value;
    }

    public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        Task.FromResult(_targets.GetValueOrDefault(targetId));
}
