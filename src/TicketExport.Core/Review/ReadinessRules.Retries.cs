using TicketExport.States;

namespace TicketExport.Review;

/// <summary>The items about exports that wait, failed or took another way.</summary>
internal static partial class ReadinessRules
{
    private static ReadinessItem NothingUnderWay(ReviewFacts facts) => facts.Holder?.Record.Status switch
    {
        ExportStatus.Approved => Blocked(ReadinessKey.NothingUnderWay, "The source is approved already; the worker sends it.", NextStep.Wait),
        ExportStatus.Delivering => Blocked(ReadinessKey.NothingUnderWay, "The source is being sent right now.", NextStep.Wait),
        _ => Met(ReadinessKey.NothingUnderWay, "No export of the source is being carried out."),
    };

    private static ReadinessItem NoCooldown(ReviewFacts facts, ReviewDecision decision)
    {
        const ReadinessKey Key = ReadinessKey.NoCooldown;
        var retryAt = facts.Holder is { Record: { Status: ExportStatus.RetryScheduled, RetryAt: { } at } } && at > facts.Now ? at : (DateTimeOffset?)null;
        var until = facts.IsPaused && !(retryAt > facts.PausedUntil) ? facts.PausedUntil : retryAt;
        return until is { } end
            ? OrFile(decision, Blocked(Key, $"{(facts.IsPaused ? "The tracker asked all requests to wait" : "The next try is planned")}: nothing is sent before {ReviewText.Of(end)}.", NextStep.Wait)) with { RetryAt = end }
            : Met(Key, "Nothing waits for a time.");
    }

    private static ReadinessItem CauseRemoved(ReviewFacts facts, ReviewDecision decision)
    {
        const ReadinessKey Key = ReadinessKey.CauseRemoved;
        return HasFailed(facts.Own) && facts.Own!.Record.Failure is { } failure
            ? StillSo(facts, failure) is { } message
                ? OrFile(decision, Refused(Key, failure) with
                {
                    Message = message,
                    StopReason = StopReason.None,
                    IsOverridable = true,
                    ExportId = facts.Own.Record.ExportId,
                })
                : Met(Key, "What made the last try fail is no longer so.")
            : Met(Key, "No try failed for a cause that must change.");
    }

    /// <summary>Why the cause of the last failure is taken to stand; <see langword="null"/> once there is a sign that it changed.</summary>
    private static string? StillSo(ReviewFacts facts, ExportFailure failure) => failure.Reason switch
    {
        // The live checks say whether these still stand, each in its own item.
        FailureReason.Configuration or FailureReason.UnsafeAddress or FailureReason.UnsafeContent or FailureReason.MappingIncomplete => null,
        FailureReason.OwnershipUnconfirmed or FailureReason.Unrelated or FailureReason.EvidenceNotAccepted => null,
        FailureReason.Authentication or FailureReason.Permission => null,
        FailureReason.Conflict when failure.Code is ExportCodes.Duplicate or ExportCodes.DuplicateBlocked => null,
        FailureReason.NotFound or FailureReason.Redirected => facts.Connection.IsConnected ? null : Unchanged(failure, "Change it, and let the review ask the tracker"),
        FailureReason.RateLimited or FailureReason.Unavailable or FailureReason.Timeout => facts.Connection.IsConnected || facts.Own is { IsFallbackEligible: false }
            ? null
            : Unchanged(failure, "The tracker was not seen to answer since"),
        FailureReason.Validation => facts.IsDocumentChanged ? null : Unchanged(failure, "The document is the one that was refused; change it"),
        _ => Unchanged(failure, "Look at the tracker, and say what changed"),
    };

    private static string Unchanged(ExportFailure failure, string advice) => $"The last try failed: {failure.Message} {advice}, or override with the reason.";

    private static ReadinessItem FallbackBoundaryClear(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.FallbackBoundaryClear;
        return facts.Own switch
        {
            { Record.PortablePath: not null, Record.Status: ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.RetryScheduled or ExportStatus.Draft } =>
                Blocked(Key, "A file was handed over, and the export was not parked: a native ticket would be a second hand-over.", NextStep.UsePortableFile) with
                {
                    IsOverridable = true,
                    ExportId = facts.Own.Record.ExportId,
                },
            { Record.Status: ExportStatus.Portable } when facts.Connection.IsConnected =>
                Unmet(Key, "A file was handed over, and the target can be used again. Decide which of both counts before a native ticket is made."),
            _ => Met(Key, "A file is kept for a target that cannot be brought back."),
        };
    }

    private static ReadinessItem PortablePathUsable(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.PortablePathUsable;
        return facts.Own switch
        {
            { Link: LinkState.None, Record.PortableFailure: { } failure } own => Refused(Key, failure) with
            {
                IsBlocking = !facts.Connection.IsConnected,
                IsOverridable = !facts.Connection.IsConnected,
                ExportId = own.Record.ExportId,
                NextStep = NextStep.UsePortableFile,
                Owner = StepOwner.Fallback,
            },
            { Record.PortablePath: not null } => Met(Key, "The file was made."),
            _ => NotChecked(Key, "No file was asked for."),
        };
    }

    private static ReadinessItem OrFile(ReviewDecision decision, ReadinessItem item) => decision == ReviewDecision.PortableFile
        ? item with { NextStep = NextStep.UsePortableFile, Owner = StepOwner.Fallback }
        : item;
}
