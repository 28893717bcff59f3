using TicketExport.Review;

namespace TicketExport.Core.Tests.Review;

public sealed class StopReasonsTests
{
    [Theory]
    [Trait("Behaviour", "S119")]
    [InlineData(FailureReason.Unrelated, StopReason.Unrelated)]
    [InlineData(FailureReason.UnsafeContent, StopReason.Private)]
    [InlineData(FailureReason.OwnershipUnconfirmed, StopReason.MissingOwnership)]
    [InlineData(FailureReason.MappingIncomplete, StopReason.MissingMapping)]
    [InlineData(FailureReason.UnsafeAddress, StopReason.Unsafe)]
    [InlineData(FailureReason.EvidenceNotAccepted, StopReason.Unsafe)]
    public void What_must_not_leave_stops_for_one_of_five_reasons(FailureReason reason, StopReason expected)
    {
        Assert.Equal(expected, StopReasons.Of(Failures.Of(reason)));
    }

    [Fact]
    [Trait("Behaviour", "S119")]
    public void Nothing_else_stops_an_export_and_every_stop_has_a_reason()
    {
        var stopping = Enum.GetValues<FailureReason>().Where(static reason => StopReasons.Of(Failures.Of(reason)) != StopReason.None).ToArray();

        Assert.Equal(
            [FailureReason.UnsafeAddress, FailureReason.UnsafeContent, FailureReason.MappingIncomplete, FailureReason.OwnershipUnconfirmed, FailureReason.Unrelated, FailureReason.EvidenceNotAccepted],
            stopping);
        Assert.Equal(
            Enum.GetValues<StopReason>().Where(static reason => reason != StopReason.None),
            stopping.Select(static reason => StopReasons.Of(Failures.Of(reason))).Distinct().Order());
        Assert.Equal(StopReason.None, StopReasons.Of(null));
    }
}
