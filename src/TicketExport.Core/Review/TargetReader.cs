using System.Collections.Immutable;
using TicketExport.Pipeline;
using TicketExport.Targets;

namespace TicketExport.Review;

/// <summary>Resolves the target of a review and names all that stands in the way at once, where the engine stops at the first.</summary>
internal sealed class TargetReader(TargetResolver targets, TargetAdmission admission, ITicketCredentialSource credentials, HostLinks links)
{
    public async Task<TargetFacts> ReadAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var target = await ReadGuardedAsync(request, cancellationToken).ConfigureAwait(false);
        return target with
        {
            SettingsLink = links.SettingsOf(request.Account.Id, target.Target?.Id ?? request.TargetId),
            ReportLink = request.Document.Source.ReportId is { Length: > 0 } report ? links.ReportOf(request.Account.Id, report) : null,
        };
    }

    private async Task<TargetFacts> ReadGuardedAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ResolveAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not TicketExportException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new TargetFacts { Refusals = [FailureMap.SourceThrew(exception)] };
        }
    }

    private async Task<TargetFacts> ResolveAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var target = await targets.FindAsync(request.Account.Id, request.TargetId, cancellationToken).ConfigureAwait(false);
        if (target is null)
        {
            return new TargetFacts { Refusals = [FailureMap.TargetMissing(request.TargetId)] };
        }

        if (targets.Resolve(target) is not { } effective)
        {
            return new TargetFacts { Target = target, Refusals = [targets.FailureOf(target)] };
        }

        var credential = await credentials.GetAsync(request.Account.Id, effective.Target, cancellationToken).ConfigureAwait(false)
            ?? new TicketCredential([]);
        var disabled = await admission.FindDisabledAsync(request.Account.Id, effective.Target, cancellationToken).ConfigureAwait(false);
        var gap = await admission.FindOwnershipGapAsync(request.Account.Id, effective, cancellationToken).ConfigureAwait(false);
        return new TargetFacts
        {
            Target = effective.Target,
            Provider = effective.Provider,
            Credential = credential,
            Refusals =
            [
                .. admission.FindRefusals(request, effective),
                .. disabled is null ? ImmutableArray<ExportFailure>.Empty : [disabled],
                .. ProblemsOf(request, effective, credential),
                .. gap is null ? ImmutableArray<ExportFailure>.Empty : [gap],
            ],
        };
    }

    private static IEnumerable<ExportFailure> ProblemsOf(ExportRequest request, EffectiveTarget effective, TicketCredential credential) => MappingRules
        .Check(effective.Target, effective.Provider, credential, request.Document)
        .GroupBy(static problem => problem.Reason)
        .Select(problems => TargetFailures.Unusable(effective.Target, [.. problems]));
}
