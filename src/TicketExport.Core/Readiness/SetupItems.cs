using TicketExport.Review;

namespace TicketExport.Readiness;

/// <summary>Makes items of readiness lists. Pure.</summary>
internal static class SetupItems
{
    public static ReadinessItem Met(ReadinessKey key, string message) => new() { Key = key, State = ReviewState.Met, Message = message };

    public static ReadinessItem NotChecked(ReadinessKey key, string message) => new() { Key = key, State = ReviewState.NotChecked, Message = message };

    public static ReadinessItem Unmet(ReadinessKey key, string message, NextStep step) => new()
    {
        Key = key,
        State = ReviewState.Unmet,
        Message = message,
        NextStep = step,
        Owner = StepOwners.Of(step),
    };

    public static ReadinessItem Blocked(ReadinessKey key, ExportFailure failure) => Unmet(key, failure.Message, failure.NextStep) with
    {
        IsBlocking = true,
        Owner = StepOwners.Of(failure),
        Setting = failure.Setting,
        StopReason = StopReasons.Of(failure),
    };

    /// <summary>The item that a refusal of the engine decides.</summary>
    public static ReadinessItem Checked(ReadinessKey key, string met, IEnumerable<ExportFailure> refusals, params ReadOnlySpan<FailureReason> reasons)
    {
        foreach (var refusal in refusals)
        {
            if (reasons.Contains(refusal.Reason))
            {
                return Blocked(key, refusal);
            }
        }

        return Met(key, met);
    }
}
