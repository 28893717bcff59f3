using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>Whether an export may be handed over as a file. Pure.</summary>
internal static class FallbackEligibility
{
    private const int PayloadTooLarge = 413;

    /// <summary>Why not; <see langword="null"/> when it may.</summary>
    /// <param name="export">The export.</param>
    /// <param name="lastAttempt">What is known of its newest attempt.</param>
    /// <param name="isOverridden">Whether somebody takes on them that the native path may not be out.</param>
    public static PortableFallbackOutcome? Refusal(ExportRecord export, AttemptState lastAttempt, bool isOverridden) => export switch
    {
        { Ticket: not null } or { Status: ExportStatus.Exported or ExportStatus.PartialFailed } => PortableFallbackOutcome.TicketExists,
        { Status: ExportStatus.Delivering } => PortableFallbackOutcome.AtWork,
        { Status: ExportStatus.DeliveryUnknown } => PortableFallbackOutcome.OutcomeUnknown,
        _ when lastAttempt is AttemptState.Sending or AttemptState.Unknown => PortableFallbackOutcome.OutcomeUnknown,
        { Status: ExportStatus.Portable } => null,
        _ => isOverridden || IsNativePathOut(export) ? null : PortableFallbackOutcome.NotEligible,
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
