using System.Collections.Immutable;
using TicketExport.Review;
using TicketExport.Targets;

namespace TicketExport.Readiness;

internal sealed class TicketReadiness(EngineReadiness engine, TargetResolver targets, SetupReader reader) : ITicketReadiness
{
    public async Task<ReadinessReport> CheckEngineAsync(CancellationToken cancellationToken = default) =>
        new(await engine.CheckAsync(cancellationToken).ConfigureAwait(false));

    public async Task<ReadinessReport> CheckAccountAsync(string accountId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        var items = ImmutableArray.CreateBuilder<ReadinessItem>();
        items.AddRange(await engine.CheckAsync(cancellationToken).ConfigureAwait(false));
        foreach (var target in await targets.ListAsync(accountId, cancellationToken).ConfigureAwait(false) ?? [])
        {
            items.AddRange(SetupRules.Of(await reader.ReadAsync(accountId, target, mayAskTracker: false, cancellationToken).ConfigureAwait(false)));
        }

        return new ReadinessReport(items.ToImmutable());
    }

    public async Task<ReadinessReport?> CheckTargetAsync(string accountId, string targetId, bool mayAskTracker = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        return await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is { } target
            ? new(SetupRules.Of(await reader.ReadAsync(accountId, target, mayAskTracker, cancellationToken).ConfigureAwait(false)))
            : null;
    }
}
