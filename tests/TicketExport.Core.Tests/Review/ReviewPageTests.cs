using System.Globalization;
using System.Text;
using TicketExport.Core.Tests.States;
using TicketExport.Review;

namespace TicketExport.Core.Tests.Review;

public sealed class ReviewPageTests
{
    private const string Page = "docs/concepts/review.md";

    [Fact]
    public void The_page_explains_every_item()
    {
        var table = new StringBuilder("| item | met when |\n| --- | --- |\n");
        foreach (var key in Enum.GetValues<ReadinessKey>().Skip(1).Where(static key => (int)key <= 100))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{ReviewText.Of(key)}` | {Words.Meaning(key)} |\n");
        }

        GoldenPage.Shows(Page, "items", table.ToString());
    }

    [Fact]
    public void The_page_explains_every_decision() =>
        GoldenPage.Shows(Page, "decisions", StateMachinePage.Meanings("decision", Enum.GetValues<ReviewDecision>().Skip(1)));

    [Fact]
    public void The_page_explains_every_verdict() =>
        GoldenPage.Shows(Page, "verdicts", StateMachinePage.Meanings("verdict", Enum.GetValues<ReviewVerdict>().Skip(1)));

    [Fact]
    public void The_page_explains_every_verdict_on_an_attempt() =>
        GoldenPage.Shows(Page, "attempts", StateMachinePage.Meanings("verdict", Enum.GetValues<AttemptVerdict>()));
}
