using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Targets;

/// <summary>Judges whether a document may go to a target at all, whatever the tracker would say.</summary>
internal sealed class TargetAdmission(
    TargetOwnerships ownerships,
    ITargetLedger switches,
    IOptionsMonitor<TicketExportOptions> options,
    IHostEnvironment? environment = null)
{
    /// <summary>What can be said before secrets are asked for; <see langword="null"/> when nothing stands in the way.</summary>
    public ExportFailure? FindRefusal(ExportRequest request, EffectiveTarget effective) => FindRefusals(request, effective).FirstOrDefault();

    /// <summary>All that can be said before secrets are asked for, the weightiest first.</summary>
    public IEnumerable<ExportFailure> FindRefusals(ExportRequest request, EffectiveTarget effective)
    {
        var target = effective.Target;
        if (target.Project is not null && !string.Equals(target.Project, request.Account.ProjectId, StringComparison.Ordinal))
        {
            yield return TargetFailures.Unrelated(target);
        }

        if (FindModeRefusal(effective) is { } refusal)
        {
            yield return refusal;
        }

        if (!target.AcceptsEvidence && !request.Document.EvidenceLinks.IsEmpty)
        {
            yield return TargetFailures.EvidenceNotAccepted(target);
        }
    }

    /// <summary>Whether the deployment allows the provider; <see langword="null"/> when it does.</summary>
    public ExportFailure? FindModeRefusal(EffectiveTarget effective) =>
        ModeRules.FindProblem(effective.Provider.Sheet, options.CurrentValue, environment?.IsProduction() == true) is { } problem
            ? TargetFailures.NotAllowed(effective.Target, problem)
            : null;

    /// <summary>Whether the destination was confirmed; <see langword="null"/> when it was.</summary>
    public async Task<ExportFailure?> FindOwnershipGapAsync(string accountId, EffectiveTarget effective, CancellationToken cancellationToken) =>
        await ownerships.IsConfirmedAsync(accountId, effective, cancellationToken).ConfigureAwait(false)
            ? null
            : TargetFailures.OwnershipUnconfirmed(effective.Target);

    /// <summary>Whether the target is enabled; <see langword="null"/> when it is.</summary>
    public async Task<ExportFailure?> FindDisabledAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
        await switches.FindTargetStateAsync(new TargetKey(accountId, target.Id), cancellationToken).ConfigureAwait(false) is { IsDisabled: true, Newest: { } disabled }
            ? FailureMap.TargetDisabled(disabled)
            : null;
}
