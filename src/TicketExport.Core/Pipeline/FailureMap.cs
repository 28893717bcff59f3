using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Configuration;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;

namespace TicketExport.Pipeline;

/// <summary>Gives each refusal its code, its next step and the setting to change. Pure.</summary>
internal static class FailureMap
{
    private const int MostFieldsInMessage = 20;

    public static ExportFailure DocumentInvalid(ImmutableArray<ContractViolation> violations) => new()
    {
        Code = ExportCodes.DocumentInvalid,
        Reason = FailureReason.Validation,
        Message = $"The request breaks the contract in {violations.Length} place(s): {string.Join(" ", violations.Take(MostFieldsInMessage))}",
        NextStep = NextStep.FixDocument,
        Violations = violations,
    };

    public static ExportFailure ContentUnsafe(ImmutableArray<RedactionFinding> findings) => new()
    {
        Code = ExportCodes.UnsafeContent,
        Reason = FailureReason.UnsafeContent,
        Message = $"The document holds what must not leave, in {findings.Length} place(s): "
            + $"{string.Join(", ", findings.Take(MostFieldsInMessage).Select(static finding => $"{finding.Path} ({finding.RuleId})"))}. {FixOf(findings)}",
        NextStep = NextStep.FixDocument,
        Setting = RedactionOptionsCheck.KeyOf(nameof(RedactionOptions.Mode)),
        Violations = [.. findings.Select(static finding => new ContractViolation(finding.Path, finding.RuleId, MessageOf(finding)))],
    };

    public static ExportFailure TargetMissing(string targetId) => new()
    {
        Code = ExportCodes.ProviderNotConfigured,
        Reason = FailureReason.Configuration,
        Message = $"The account has no target '{targetId}'. Add it under {TicketExportOptionsRules.KeyOf(targetId, nameof(TicketTargetOptions.Provider))}, with AddTarget(\"{targetId}\", ...), or in the host's ITicketTargetSource.",
        NextStep = NextStep.FixSettings,
        Setting = TicketExportOptionsRules.KeyOf(targetId, nameof(TicketTargetOptions.Provider)),
    };

    public static ExportFailure ProviderMissing(TicketTarget target, string message) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = message,
        NextStep = NextStep.FixSettings,
        Setting = TicketExportOptionsRules.KeyOf(target.Id, nameof(TicketTargetOptions.Provider)),
    };

    public static ExportFailure NotConfigured(string message, string setting) => new()
    {
        Code = ExportCodes.ProviderNotConfigured,
        Reason = FailureReason.Configuration,
        Message = message,
        NextStep = NextStep.FixSettings,
        Setting = setting,
    };

    // The type alone: the message of somebody else's exception may quote a secret.
    public static ExportFailure SourceThrew(Exception exception) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"Preparing the export ended with {exception.GetType().Name}, most likely in the host's source of targets or credentials. Nothing was sent; repair the source and export again.",
        NextStep = NextStep.FixSettings,
    };

    public static ExportFailure StoredDocumentMissing => new()
    {
        Code = ExportCodes.DocumentInvalid,
        Reason = FailureReason.Validation,
        Message = "The ledger holds no document for the export. Nothing was sent; export the source again with its document.",
        NextStep = NextStep.FixDocument,
    };

    public static ExportFailure KeyChanged(string targetId) => new()
    {
        Code = ExportCodes.ProviderNotConfigured,
        Reason = FailureReason.Configuration,
        Message = $"The stored document or the id of target '{targetId}' changed, so that they no longer give the key of the export. Nothing was sent; restore the target's id, or export the source again.",
        NextStep = NextStep.FixSettings,
        Setting = TicketExportOptionsRules.KeyOf(targetId, nameof(TicketTargetOptions.Provider)),
    };

    public static ExportFailure Paused(string targetId, DateTimeOffset until) => new()
    {
        Code = ExportCodes.DeliveryFailed,
        Reason = FailureReason.RateLimited,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"Target {targetId} asked all requests to wait until {Instant(until)}. Nothing was sent; the export goes out after that."),
        NextStep = NextStep.Wait,
        IsTransient = true,
    };

    public static ExportFailure TargetDisabled(TargetSwitch disabled) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"Target '{disabled.Target.TargetId}' is disabled since {Instant(disabled.At)}: {disabled.By.Reason} Nothing was sent; put the cause right, then call ITicketTargets.EnableAsync.",
        NextStep = NextStep.FixSettings,
        Setting = disabled.Failure?.Setting,
        ProviderErrorCode = disabled.Failure?.ProviderErrorCode,
        ReceiverCode = disabled.Failure?.ReceiverCode,
        ProviderResponseCode = disabled.Failure?.ProviderResponseCode,
    };

    /// <summary>An instant as messages write it: UTC, whole seconds.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static ExportFailure NoLookUp(TicketTarget target) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"The provider of target '{target.Id}' has no look-up by marker, so there is nothing to sweep.",
        NextStep = NextStep.None,
    };

    /// <summary>The verdict after the last try, on top of why that one failed.</summary>
    public static ExportFailure TriesSpent(ExportFailure? cause, string targetId) => new()
    {
        Code = ExportCodes.PortableExportRequired,
        Reason = cause?.Reason ?? FailureReason.Unavailable,
        Message = $"The export to target '{targetId}' was tried as often and as long as allowed, and proves not to have created a ticket. Hand it over as a file, or approve it again once the cause is gone.{(cause is null ? "" : $" The last try: {cause.Message}")}",
        NextStep = NextStep.UsePortableFile,
        Setting = cause?.Setting,
        ProviderErrorCode = cause?.ProviderErrorCode,
        ReceiverCode = cause?.ReceiverCode,
        ProviderResponseCode = cause?.ProviderResponseCode,
    };

    public static ExportFailure TargetDisconnected(string targetId) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        Reason = FailureReason.Configuration,
        Message = $"Target '{targetId}' was disconnected before anything was sent. Connect it again, or hand the export over as a file.",
        NextStep = NextStep.FixSettings,
    };

    public static ExportFailure Duplicate(ExportRecord holder) => new()
    {
        Code = ExportCodes.Duplicate,
        Reason = FailureReason.Conflict,
        Message = $"The source already has ticket {holder.Ticket?.ExternalIssueId ?? holder.Ticket?.ProviderTicketId} at target '{holder.TargetId}'. Open that ticket instead of creating another.",
        NextStep = NextStep.OpenExisting,
    };

    /// <summary>The same on an export that was due and is stopped by the ticket.</summary>
    public static ExportFailure DuplicateBlocked(ExportRecord holder) => Duplicate(holder) with { Code = ExportCodes.DuplicateBlocked };

    public static ExportFailure FromFault(ProviderFault fault, TicketTarget target) => new()
    {
        Code = fault.Code ?? CodeOf(fault.Reason),
        Reason = fault.Reason,
        Message = fault.Message,
        NextStep = StepOf(fault.Reason),
        Setting = fault.Setting is null ? null : TicketExportOptionsRules.KeyOf(target.Id, fault.Setting),
        ProviderErrorCode = fault.ProviderErrorCode,
        ReceiverCode = fault.ReceiverCode,
        ProviderResponseCode = fault.ResponseCode,
        IsTransient = IsTransient(fault.Reason),
        Violations = [.. fault.Problems
            .Where(static problem => problem.Reason == FailureReason.MappingIncomplete)
            .Select(problem => new ContractViolation(TicketExportOptionsRules.KeyOf(target.Id, problem.Setting), "required", problem.Message))],
    };

    private static string CodeOf(FailureReason reason) => reason switch
    {
        FailureReason.Authentication or FailureReason.Permission => ExportCodes.ProviderAuthFailed,
        FailureReason.MappingIncomplete => ExportCodes.MappingRequired,
        FailureReason.Configuration or FailureReason.UnsafeAddress or FailureReason.Unavailable => ExportCodes.ProviderUnavailable,
        _ => ExportCodes.DeliveryFailed,
    };

    private static NextStep StepOf(FailureReason reason) => reason switch
    {
        FailureReason.RateLimited or FailureReason.Unavailable or FailureReason.Timeout => NextStep.Wait,
        FailureReason.Validation => NextStep.FixDocument,
        FailureReason.MappingIncomplete => NextStep.FixMapping,
        FailureReason.Ambiguous or FailureReason.Conflict or FailureReason.Unknown => NextStep.Confirm,
        _ => NextStep.FixSettings,
    };

    private static bool IsTransient(FailureReason reason) =>
        reason is FailureReason.RateLimited or FailureReason.Unavailable or FailureReason.Timeout;

    private static string FixOf(ImmutableArray<RedactionFinding> findings) => findings.All(static finding => finding.CanMask)
        ? $"Remove it, or set {RedactionOptionsCheck.KeyOf(nameof(RedactionOptions.Mode))} to {nameof(RedactionMode.Mask)} to send labels in its place."
        : $"Remove it; ids and the fingerprint are never masked. A rule that is wrong here can be turned off under {RedactionOptionsCheck.KeyOf(nameof(RedactionOptions.DisabledRules))}.";

    private static string MessageOf(RedactionFinding finding) => finding.CanMask
        ? $"Holds what rule {finding.RuleId} catches. Remove or mask it."
        : $"Holds what rule {finding.RuleId} catches, and cannot be masked. Remove it.";
}
