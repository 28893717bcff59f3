using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>docs/concepts/state-machine.md says what the code does.</summary>
public sealed class StateMachinePageTests
{
    private const string Page = "docs/concepts/state-machine.md";

    [Fact]
    public void The_page_shows_every_step() => GoldenPage.Shows(Page, "steps", StateMachinePage.Steps());

    [Fact]
    public void The_page_shows_every_refusal() => GoldenPage.Shows(Page, "refusals", StateMachinePage.Refusals());

    [Fact]
    public void The_page_explains_every_event() =>
        GoldenPage.Shows(Page, "events", StateMachinePage.Meanings("event", Enum.GetValues<ExportEvent>()));

    [Fact]
    public void The_page_explains_every_effect() =>
        GoldenPage.Shows(Page, "effects", StateMachinePage.Meanings("effect", Enum.GetValues<ExportEffects>().Where(static effect => effect != ExportEffects.None)));

    [Fact]
    public void The_page_draws_every_change_of_status() => GoldenPage.Shows(Page, "diagram", StateMachinePage.Diagram());
}
