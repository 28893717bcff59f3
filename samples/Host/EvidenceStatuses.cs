using System.Collections.Concurrent;
using TicketExport.Inbound;

namespace TicketExport.Samples.Host;

/// <summary>The workflow of the product's own records, which a sender may move through the words that the target's settings allow.</summary>
internal sealed class EvidenceStatuses : ISourceStatusHandler
{
    private readonly ConcurrentDictionary<(string Account, SourceKey Source), string> _statuses = new();

    public Task<bool> ApplyAsync(SourceStatusChange change, CancellationToken cancellationToken)
    {
        _statuses[(change.AccountId, change.Source)] = change.Status;
        return Task.FromResult(true);
    }
}
