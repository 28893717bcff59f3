namespace TicketExport.Review;

/// <summary>Tells who takes the next step after a failure. Pure.</summary>
internal static class StepOwners
{
    /// <summary>The owner of a step, where nothing but the step is known.</summary>
    public static StepOwner Of(NextStep step) => step switch
    {
        NextStep.Wait => StepOwner.Worker,
        NextStep.OpenExisting or NextStep.UpdateExisting or NextStep.Confirm or NextStep.Relink or NextStep.RetrySync => StepOwner.DuplicateReview,
        NextStep.FixDocument => StepOwner.Document,
        NextStep.FixMapping => StepOwner.Mapping,
        NextStep.FixSettings or NextStep.Reconnect => StepOwner.Settings,
        NextStep.UsePortableFile => StepOwner.Fallback,
        NextStep.Approve => StepOwner.Approval,
        NextStep.CheckEvidence => StepOwner.Retest,
        _ => StepOwner.None,
    };

    public static StepOwner Of(ExportFailure? failure) => failure switch
    {
        null => StepOwner.None,
        { Reason: FailureReason.Permission, NextStep: NextStep.FixSettings } => StepOwner.TrackerAdministrator,
        _ => Of(failure.NextStep),
    };
}
