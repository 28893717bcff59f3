using System.Collections.Concurrent;
using TicketExport.Inbound;

namespace TicketExport.AspNetCore.Tests;

/// <summary>The workflow status of the host's own records.</summary>
internal sealed class HostStatuses : ISourceStatusHandler
{
    public ConcurrentQueue<string> Applied { get; } = [];

    public Task<bool> ApplyAsync(SourceStatusChange change, CancellationToken cancellationToken)
    {
        Applied.Enqueue(change.Status);
        return Task.FromResult(true);
    }
}
