using System.Collections.Immutable;
using TicketExport.Configuration;
using TicketExport.Contract;
using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>Why nothing may be sent to a target. Pure.</summary>
internal static class TargetFailures
{
    /// <summary>
    /// One failure for all problems. What makes sending unsafe decides the code before what makes it impossible, and both before required
    /// fields; all are named.
    /// </summary>
    public static ExportFailure Unusable(TicketTarget target, ImmutableArray<TargetProblem> problems)
    {
        var ordered = problems.OrderBy(RankOf).ToArray();
        var first = ordered[0];
        var isMapping = first.Reason == FailureReason.MappingIncomplete;
        return new()
        {
            Code = isMapping ? ExportCodes.MappingRequired : ExportCodes.ProviderUnavailable,
            Reason = first.Reason,
            Message = string.Join(" ", ordered.Select(problem => $"{KeyOf(target, problem.Setting)}: {problem.Message}")),
            NextStep = isMapping ? NextStep.FixMapping : NextStep.FixSettings,
            Setting = KeyOf(target, first.Setting),
            ProviderErrorCode = first.ProviderErrorCode,
            Violations = [.. ordered
                .Where(static problem => problem.Reason == FailureReason.MappingIncomplete)
                .Select(problem => new ContractViolation(KeyOf(target, problem.Setting), "required", problem.Message))],
        };
    }

    public static ExportFailure Unrelated(TicketTarget target) => new()
    {
        Code = ExportCodes.ProviderNotConfigured,
        Reason = FailureReason.Unrelated,
        Message = $"Target '{target.Id}' serves another project of the account than the finding's. Nothing was sent; choose a target of the project, or change {KeyOf(target, nameof(target.Project))}.",
        NextStep = NextStep.FixSettings,
        Setting = KeyOf(target, nameof(target.Project)),
    };

    public static ExportFailure NotAllowed(TicketTarget target, string message) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"{KeyOf(target, nameof(TicketTargetOptions.Provider))}: {message} Nothing was sent.",
        NextStep = NextStep.FixSettings,
        Setting = KeyOf(target, nameof(TicketTargetOptions.Provider)),
    };

    public static ExportFailure NoFields(TicketTarget target) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"The provider of target '{target.Id}' cannot be asked for the fields of a ticket. Nothing was sent.",
        NextStep = NextStep.None,
    };

    public static ExportFailure EvidenceNotAccepted(TicketTarget target) => new()
    {
        Code = ExportCodes.UnsafeContent,
        Reason = FailureReason.EvidenceNotAccepted,
        Message = $"Target '{target.Id}' must not be sent links to evidence, and $.evidence_links has some. Nothing was sent; remove them, or set {KeyOf(target, nameof(target.AcceptsEvidence))} to true.",
        NextStep = NextStep.FixDocument,
        Setting = KeyOf(target, nameof(target.AcceptsEvidence)),
        Violations = [new("$.evidence_links", "evidence_not_accepted", "The target must not be sent links to evidence. Remove them.")],
    };

    public static ExportFailure OwnershipUnconfirmed(TicketTarget target) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.OwnershipUnconfirmed,
        Message = $"Nobody confirmed that the destination of target '{target.Id}' is the account's own, or it changed since. Nothing was sent; set {KeyOf(target, nameof(target.OwnershipConfirmed))} to true, "
            + "TicketTarget.OwnershipConfirmed in the host's ITicketTargetSource, or call ITicketTargets.ConfirmOwnershipAsync.",
        NextStep = NextStep.FixSettings,
        Setting = KeyOf(target, nameof(target.OwnershipConfirmed)),
    };

    private static int RankOf(TargetProblem problem) => problem.Reason switch
    {
        FailureReason.UnsafeAddress => 0,
        FailureReason.MappingIncomplete => 2,
        _ => 1,
    };

    private static string KeyOf(TicketTarget target, string setting) => TicketExportOptionsRules.KeyOf(target.Id, setting);
}
