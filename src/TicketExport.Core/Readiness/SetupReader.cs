using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Review;
using TicketExport.Targets;

namespace TicketExport.Readiness;

/// <summary>Reads how a target stands. An exception of the host's own sources is a fact about the target.</summary>
internal sealed class SetupReader(
    SetupConnections connections,
    TargetAdmission admission,
    IExportLedgerQueries queries,
    ITicketCredentialSource credentials)
{
    public async Task<SetupFacts> ReadAsync(string accountId, TicketTarget target, bool mayAskTracker, CancellationToken cancellationToken)
    {
        try
        {
            var paused = await queries.FindCooldownAsync(new TargetKey(accountId, target.Id), cancellationToken).ConfigureAwait(false);
            var disabled = await admission.FindDisabledAsync(accountId, target, cancellationToken).ConfigureAwait(false);
            var facts = await ResolveAsync(accountId, target, mayAskTracker && paused is null && disabled is null, cancellationToken).ConfigureAwait(false);
            return facts with { PausedUntil = paused?.PausedUntil, Disabled = disabled, SettingsLink = connections.SettingsLinkOf(accountId, target) };
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new SetupFacts { Target = target, Refusals = [FailureMap.SourceThrew(exception)] };
        }
    }

    private async Task<SetupFacts> ResolveAsync(string accountId, TicketTarget target, bool mayAskTracker, CancellationToken cancellationToken)
    {
        if (connections.Resolve(target) is not { } effective)
        {
            return new SetupFacts { Target = target, Refusals = [connections.FailureOf(target)] };
        }

        var credential = await credentials.GetAsync(accountId, effective.Target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
        var gap = await admission.FindOwnershipGapAsync(accountId, effective, cancellationToken).ConfigureAwait(false);
        ImmutableArray<ExportFailure> refusals =
        [
            .. admission.FindModeRefusal(effective) is { } refusal ? ImmutableArray.Create(refusal) : [],
            .. MappingRules.Check(effective.Target, effective.Provider, credential, document: null)
                .GroupBy(static problem => problem.Reason)
                .Select(problems => TargetFailures.Unusable(effective.Target, [.. problems])),
            .. gap is null ? ImmutableArray<ExportFailure>.Empty : [gap],
        ];
        var connection = mayAskTracker && refusals.IsEmpty
            ? await connections.AskAsync(new AccountScope { Id = accountId }, effective, credential, cancellationToken).ConfigureAwait(false)
            : ConnectionFacts.NotChecked;
        return new SetupFacts { Target = effective.Target, Refusals = refusals, Connection = connection, IsKnown = true };
    }
}
