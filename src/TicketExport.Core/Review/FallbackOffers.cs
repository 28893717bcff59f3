namespace TicketExport.Review;

/// <summary>Decides whether a file may take the place of a native ticket. Pure.</summary>
/// <remarks>Only where no ticket exists or may exist, and the native way is proven shut until somebody changes something.</remarks>
internal static class FallbackOffers
{
    public static FallbackOffer Of(ReviewFacts facts) => Barrier(facts) is { } barrier
        ? new(false, FallbackReason.None, barrier)
        : ReasonOf(facts) is var reason && reason != FallbackReason.None
            ? new(true, reason, $"{WhyOf(reason)} Recover the target, hand over a file, or stop.")
            : new(false, FallbackReason.None, "The target can be used, or can be brought back; a file is for targets that cannot.");

    private static string? Barrier(ReviewFacts facts) => facts switch
    {
        { Violations.IsEmpty: false } => "The document breaks the contract; no file is made of it.",
        _ when facts.RefusalFor(FailureReason.UnsafeContent) is not null => "The document holds what must not leave the host; no file is made of it.",
        _ when facts.RefusalFor(FailureReason.Unrelated, FailureReason.EvidenceNotAccepted) is not null => "The document does not belong at this target; choose another one.",
        { Reference: { } reference } => $"The source has {ReviewText.Of(reference)}; a file beside it would be a second hand-over. Open it, or bring its sync back.",
        { Holder.HasOpenAttempt: true } => "A request left and a ticket may exist; that is settled before a file takes its place.",
        { GuardRefusal: not States.ExportRefusal.None, Own.IsFallbackEligible: not true } =>
            "The export goes on by itself; a file beside it would be a second hand-over.",
        _ => null,
    };

    private static FallbackReason ReasonOf(ReviewFacts facts) => facts switch
    {
        _ when facts.RefusalFor(FailureReason.UnsafeAddress) is not null => FallbackReason.UnsafeEndpoint,
        _ when facts.RefusalFor(FailureReason.Configuration) is { Code: ExportCodes.ProviderUnavailable } =>
            facts.IsProviderMissing ? FallbackReason.UnsupportedProvider : FallbackReason.ProviderUnavailable,
        { Connection.IsRefused: true } => OfFailure(facts.Connection.Failure),
        { Connection.IsConnected: true, IsPaused: false } => FallbackReason.None,
        { Own: { IsFallbackEligible: true } own } => OfFailure(own.Record.Failure),
        _ => FallbackReason.None,
    };

    private static FallbackReason OfFailure(ExportFailure? failure) => failure switch
    {
        { Reason: FailureReason.Authentication or FailureReason.Permission } => FallbackReason.TargetRevoked,
        { Reason: FailureReason.UnsafeAddress } => FallbackReason.UnsafeEndpoint,
        { Reason: FailureReason.RateLimited } => FallbackReason.RateLimited,
        { Code: ExportCodes.PortableExportRequired } => FallbackReason.RetriesExhausted,
        { Code: ExportCodes.ProviderUnavailable } => FallbackReason.ProviderUnavailable,
        { Code: ExportCodes.DeliveryFailed } => FallbackReason.RepeatedFailures,
        _ => FallbackReason.RetriesExhausted,
    };

    private static string WhyOf(FallbackReason reason) => reason switch
    {
        FallbackReason.UnsafeEndpoint => "The target's address is not safe to send to.",
        FallbackReason.UnsupportedProvider => "No provider serves the target.",
        FallbackReason.TargetRevoked => "The tracker no longer accepts the target's credentials.",
        FallbackReason.RateLimited => "The tracker asks to wait again and again, or for too long.",
        FallbackReason.RepeatedFailures => "The tracker failed again and again.",
        FallbackReason.RetriesExhausted => "The retries of the export are used up.",
        _ => "The provider cannot be used.",
    };
}
