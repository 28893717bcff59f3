using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

public sealed class RedactionRuleTests
{
    private const int LeastSamples = 12;

    public static TheoryData<string, string> Caught => ToData(RuleSamples.Caught);

    public static TheoryData<string, string> Harmless => ToData(RuleSamples.Harmless);

    [Theory]
    [MemberData(nameof(Caught))]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S168")]
    [Trait("Behaviour", "S170")]
    [Trait("Fault", "F193")]
    public void A_rule_takes_exactly_the_secret(string rule, string marked)
    {
        var text = RuleSamples.Strip(marked);
        var verdict = Gates.Only(rule, RedactionMode.Mask).Inspect("$.text", text);

        Assert.Equal(new RedactionFinding("$.text", rule, CanMask: true), Assert.Single(verdict.Findings));
        Assert.Equal(Masked(marked, rule), verdict.Text);
    }

    [Theory]
    [MemberData(nameof(Caught))]
    public void All_rules_together_leave_nothing_of_a_secret_and_masking_again_changes_nothing(string rule, string marked)
    {
        var gate = Gates.All(RedactionMode.Mask);

        var masked = gate.Inspect("$.text", RuleSamples.Strip(marked));

        Assert.Contains(masked.Findings, finding => finding.RuleId == rule);
        Assert.All(Secrets(marked), secret => Assert.DoesNotContain(secret, masked.Text, StringComparison.Ordinal));
        var again = gate.Inspect("$.text", masked.Text!);
        Assert.Empty(again.Findings);
        Assert.Equal(masked.Text, again.Text);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_rule_lets_harmless_text_through(string rule, string text)
    {
        var verdict = Gates.Only(rule, RedactionMode.Block).Inspect("$.text", text);

        Assert.Empty(verdict.Findings);
        Assert.Same(text, verdict.Text);
    }

    [Fact]
    public void Every_rule_has_enough_samples()
    {
        Assert.Equal(RedactionRules.All.Select(static rule => rule.Id).Order(), RuleSamples.ById.Keys.Order());
        Assert.All(RuleSamples.ById, static rule =>
        {
            Assert.True(rule.Value.Caught.Distinct().Count() >= LeastSamples, rule.Key);
            Assert.True(rule.Value.Harmless.Distinct().Count() >= LeastSamples, rule.Key);
        });
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.All(RuleSamples.Caught, static sample => A_rule_takes(sample.Rule, RuleSamples.Strip(sample.Text)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static void A_rule_takes(string rule, string text) =>
        Assert.Contains(Gates.Only(rule, RedactionMode.Block).Inspect("$.text", text).Findings, finding => finding.RuleId == rule);

    private static string Masked(string marked, string rule) =>
        string.Concat(marked.Split('«').Select((part, i) => i == 0 ? part : $"[redacted:{rule}]{part[(part.IndexOf('»', StringComparison.Ordinal) + 1)..]}"));

    private static IEnumerable<string> Secrets(string marked) =>
        marked.Split('«').Skip(1).Select(static part => part[..part.IndexOf('»', StringComparison.Ordinal)]);

    private static TheoryData<string, string> ToData(IEnumerable<(string Rule, string Text)> samples)
    {
        var data = new TheoryData<string, string>();
        foreach (var (rule, text) in samples)
        {
            data.Add(rule, text);
        }

        return data;
    }
}
