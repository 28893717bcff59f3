using TicketExport.Review;

namespace TicketExport.Core.Tests.Review;

public sealed class StepOwnersTests
{
    [Theory]
    [Trait("Behaviour", "S129")]
    [InlineData(NextStep.None, StepOwner.None)]
    [InlineData(NextStep.Wait, StepOwner.Worker)]
    [InlineData(NextStep.OpenExisting, StepOwner.DuplicateReview)]
    [InlineData(NextStep.Confirm, StepOwner.DuplicateReview)]
    [InlineData(NextStep.FixDocument, StepOwner.Document)]
    [InlineData(NextStep.FixMapping, StepOwner.Mapping)]
    [InlineData(NextStep.FixSettings, StepOwner.Settings)]
    [InlineData(NextStep.UsePortableFile, StepOwner.Fallback)]
    [InlineData(NextStep.RetrySync, StepOwner.DuplicateReview)]
    [InlineData(NextStep.Reconnect, StepOwner.Settings)]
    [InlineData(NextStep.Relink, StepOwner.DuplicateReview)]
    [InlineData(NextStep.UpdateExisting, StepOwner.DuplicateReview)]
    [InlineData(NextStep.CheckEvidence, StepOwner.Retest)]
    [InlineData(NextStep.Approve, StepOwner.Approval)]
    public void Every_step_has_its_owner(NextStep step, StepOwner expected)
    {
        Assert.Equal(expected, StepOwners.Of(step));
        Assert.Equal(expected, StepOwners.Of(Failures.Of(FailureReason.Unknown, step)));
    }

    [Fact]
    [Trait("Behaviour", "S129")]
    public void No_step_but_none_is_without_an_owner()
    {
        Assert.Equal([NextStep.None], Enum.GetValues<NextStep>().Where(static step => StepOwners.Of(step) == StepOwner.None));
        Assert.Equal(StepOwner.None, StepOwners.Of((ExportFailure?)null));
    }

    [Fact]
    [Trait("Behaviour", "S129")]
    public void Rights_that_reach_not_far_enough_are_granted_at_the_tracker()
    {
        Assert.Equal(StepOwner.TrackerAdministrator, StepOwners.Of(Failures.Of(FailureReason.Permission)));
        Assert.Equal(StepOwner.Settings, StepOwners.Of(Failures.Of(FailureReason.Authentication)));
        Assert.Equal(StepOwner.Fallback, StepOwners.Of(Failures.Of(FailureReason.Permission, NextStep.UsePortableFile)));
    }
}
