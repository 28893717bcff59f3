using CsCheck;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>Random walks of one source over the machine, beside a naive account of what really was sent and created.</summary>
public sealed class ExportWalkTests
{
    private static readonly Gen<ExportEvent[]> Walks = Gen.Int[0, StateSpace.Events.Count - 1].Select(static at => StateSpace.Events[at]).Array[1, 120];

    [Fact]
    [Trait("Fault", "F12")]
    [Trait("Fault", "F21")]
    [Trait("Fault", "F87")]
    public void No_walk_breaks_a_promise() => Walks.Sample(static walk => new ExportWalk().Take(walk), iter: 20_000);

    /// <summary>The naive account must notice a machine that breaks its promises, or it proves nothing.</summary>
    [Theory]
    [InlineData(nameof(ExportEvent.OutcomeUnknown), nameof(ExportEvent.Rejected))]
    [InlineData(nameof(ExportEvent.OutcomeUnknown), nameof(ExportEvent.NotSent))]
    [InlineData(nameof(ExportEvent.AbsentLikely), nameof(ExportEvent.AbsentProven))]
    [InlineData(nameof(ExportEvent.LookUpFailed), nameof(ExportEvent.AbsentProven))]
    [InlineData(nameof(ExportEvent.ReferenceLost), nameof(ExportEvent.Unlinked))]
    public void A_machine_that_takes_one_event_for_another_is_noticed(string happened, string taken)
    {
        var (real, heard) = (Enum.Parse<ExportEvent>(happened), Enum.Parse<ExportEvent>(taken));

        Assert.Throws<CsCheckException>(() => Walks.Sample(walk => new ExportWalk(one => one == real ? heard : one).Take(walk), iter: 200_000));
    }
}
