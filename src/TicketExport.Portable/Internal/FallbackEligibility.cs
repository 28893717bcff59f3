using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Portable.Internal;

/// <summary>Whether an export may be handed over as a file. Pure.</summary>
internal static class FallbackEligibility
{
    private const int PayloadTooLarge = 413;

    /// <summary>Why not; <see langword="null"/> when it may.</summary>
    /// <param name="export">The export.</param>
    /// <param name="isOverridden">Whether somebody takes on them that the native path may not be out.</param>
    /// <param name="isEligible">Whether the policy of the host says so, where the export's own failure does not.</param>
    public static PortableFallbackOutcome? Refusal(ExportRecord export, bool isOverridden, bool isEligible) => export switch
    {
        { Link: LinkState.Unlinked } => PortableFallbackOutcome.Superseded,
        { Link: not LinkState.None } or { Status: ExportStatus.Exported or ExportStatus.PartialFailed } => PortableFallbackOutcome.TicketExists,
        { Status: ExportStatus.Delivering } => PortableFallbackOutcome.AtWork,
        { Status: ExportStatus.DeliveryUnknown } or { HasOpenAttempt: true } => PortableFallbackOutcome.OutcomeUnknown,
        { Status: ExportStatus.Portable } => null,
        _ => isOverridden || isEligible || IsNativePathOut(export) ? null : PortableFallbackOutcome.NotEligible,
    };

    /// <summary>Why an export may be handed over as a file that is not refused one.</summary>
    /// <param name="export">The export, before it is parked.</param>
    /// <param name="options">How many rate limits are borne.</param>
    /// <param name="isEligible">Whether the policy of the host lets it, where the export's own failure does not.</param>
    public static FallbackReason ReasonOf(ExportRecord export, TicketExportOptions options, bool isEligible) => export switch
    {
        { Status: ExportStatus.Portable } => export.PortableReason,
        { Status: ExportStatus.Disconnected } => FallbackReason.TargetRevoked,
        { RateLimits: var limits } when limits >= options.FallbackAfterRateLimits => FallbackReason.RateLimited,
        { Failure: { } failure } when isEligible || IsOut(failure) => OfFailure(failure, export.FailedTries),
        _ => FallbackReason.Overridden,
    };

    private static FallbackReason OfFailure(ExportFailure failure, int failedTries) => failure switch
    {
        { Code: ExportCodes.PortableExportRequired } => FallbackReason.RetriesExhausted,
        { Reason: FailureReason.UnsafeAddress } => FallbackReason.UnsafeEndpoint,
        { Reason: FailureReason.RateLimited } => FallbackReason.RateLimited,
        { Code: ExportCodes.ProviderAuthFailed } or { Reason: FailureReason.Authentication or FailureReason.Permission } => FallbackReason.TargetRevoked,
        { ProviderResponseCode: PayloadTooLarge } or { Reason: FailureReason.NotFound or FailureReason.Redirected } => FallbackReason.UnsupportedProvider,
        { Code: ExportCodes.DeliveryFailed } when failedTries > 1 => FallbackReason.RepeatedFailures,
        _ => FallbackReason.ProviderUnavailable,
    };

    private static bool IsNativePathOut(ExportRecord export) => export.Status == ExportStatus.Disconnected || export.Failure is { } failure && IsOut(failure);

    // A wrong document, a missing mapping and unsafe content are repaired where they are; a file would only carry them on.
    private static bool IsOut(ExportFailure failure) =>
        failure.Code is ExportCodes.ProviderUnavailable or ExportCodes.ProviderAuthFailed or ExportCodes.ProviderNotConfigured
        || failure.NextStep == NextStep.UsePortableFile
        || failure.ProviderResponseCode == PayloadTooLarge
        || failure.Reason is FailureReason.Authentication or FailureReason.Permission or FailureReason.NotFound or FailureReason.RateLimited
            or FailureReason.Unavailable or FailureReason.Timeout or FailureReason.UnsafeAddress or FailureReason.Redirected;
}
