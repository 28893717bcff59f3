using System.Net;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>docs/concepts/network.md names the rules, words and ports that the code has.</summary>
public sealed class NetworkPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "network.md"));

    [Fact]
    public void The_table_of_rules_is_the_list_of_rules()
    {
        var rows = Page.Split('\n')
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(static cells => cells.Length == 6 && cells[1].StartsWith('`'))
            .Select(static cells => (Id: cells[1].Trim('`'), Clause: cells[2]));

        Assert.Equal(Enum.GetValues<AddressRule>().Skip(1).Select(static rule => (AddressRuleText.IdOf(rule), AddressRuleText.ClauseOf(rule))), rows);
    }

    [Fact]
    public void The_ports_that_are_refused_are_on_the_page()
    {
        var start = Page.IndexOf("<!-- ports -->", StringComparison.Ordinal);
        var listed = Page[start..].Split('\n')[2].Split(',', StringSplitOptions.TrimEntries).Select(static port => int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(1024, IPEndPoint.MaxPort - 1023).Where(static port => !PortRule.Allows(port, isDefault: false, NetworkPolicy.Public)), listed);
    }

    [Fact]
    public void Every_rule_has_an_id_and_words_of_its_own()
    {
        var rules = Enum.GetValues<AddressRule>();

        Assert.Equal(rules.Length, rules.Select(AddressRuleText.IdOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rules.Length, rules.Select(AddressRuleText.ClauseOf).Distinct(StringComparer.Ordinal).Count());
    }
}
