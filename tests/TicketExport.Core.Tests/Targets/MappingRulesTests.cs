using TicketExport.Core.Tests.Pipeline;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Targets;

public sealed class MappingRulesTests
{
    private static readonly TicketTarget Target = new() { Id = "board", ProviderKey = "alias" };

    private static readonly ScriptedProvider Provider = new() { Sheet = new ScriptedProvider().Sheet with { Aliases = ["alias", "other"] } };

    [Fact]
    [Trait("Behaviour", "S93")]
    public void The_targets_own_value_beats_its_keys_default_and_that_beats_the_familys()
    {
        var options = new TicketExportOptions();
        options.ProviderDefaults["scripted"] = Defaults(("a", "family"), ("b", "family"), ("c", "family"));
        options.ProviderDefaults["ALIAS"] = Defaults(("b", "alias"), ("c", "alias"));
        options.ProviderDefaults["other"] = Defaults(("d", "other"));
        var own = Target.Settings.Add("C", "own").Add("a", " ");

        var settings = MappingRules.WithDefaults(Target with { Settings = own }, Provider.Sheet, options).Settings;

        Assert.Equal(("family", "alias", "own"), (settings["A"], settings["B"], settings["c"]));
        Assert.False(settings.ContainsKey("d"));
    }

    [Fact]
    public void Without_defaults_the_target_stays_as_it_is()
    {
        Assert.Same(Target, MappingRules.WithDefaults(Target, Provider.Sheet, new TicketExportOptions()));
    }

    [Fact]
    [Trait("Behaviour", "S86")]
    public void The_sheets_fields_are_required_and_a_problem_that_the_provider_names_is_not_doubled()
    {
        var provider = new ScriptedProvider
        {
            Sheet = Provider.Sheet with { RequiredFields = ["project", "board"] },
            Problems = [new("Settings:Project", FailureReason.MappingIncomplete, "Choose one.")],
        };

        var problems = MappingRules.Check(Target with { RequiredFields = ["BOARD"] }, provider, new TicketCredential([]), Documents.Checkout);

        Assert.Equal(["Settings:Project", "Settings:board"], problems.Select(static problem => problem.Setting));
    }

    [Fact]
    public void What_a_document_can_fill_counts_as_filled_while_there_is_none()
    {
        var target = Target with { RequiredFields = ["labels", "assignee", "board"] };

        Assert.Equal(["Settings:board"], MappingRules.Check(target, Provider, new TicketCredential([]), document: null).Select(static problem => problem.Setting));
    }

    private static ProviderDefaultsOptions Defaults(params (string Name, string Value)[] settings)
    {
        var options = new ProviderDefaultsOptions();
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }

        return options;
    }
}
