using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using TicketExport.Http;
using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    private static readonly Type[] AllAbilities =
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IFieldDiscoveryProvider), typeof(IStatusProvider), typeof(IUpdateProvider),
        typeof(ICloseProvider), typeof(IReopenProvider), typeof(ICommentProvider), typeof(IInboundProvider),
    ];

    [Fact]
    public void The_facts_of_every_ability_run()
    {
        var implemented = AllAbilities.Where(ability => ability.IsInstanceOfType(Host.Provider)).Select(static ability => ability.Name);

        Assert.Equal(implemented.Order(StringComparer.Ordinal), Fixture.Abilities.Select(static ability => ability.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fact_that_is_left_out_is_one_and_has_a_reason()
    {
        var facts = typeof(AdapterConformanceTests)
            .GetMethods()
            .Where(static method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(static method => method.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(Fixture.LeftOut, left =>
        {
            Assert.Contains(left.Key, facts);
            Assert.True(left.Value.Length >= 20, $"Say in a sentence why '{left.Key}' has no place at this tracker.");
        });
    }

    [Fact]
    public void The_sheet_is_complete()
    {
        Assert.Matches("^[a-z][a-z0-9-]*$", Sheet.Key);
        Assert.NotEmpty(Sheet.DisplayName);
        Assert.All(Sheet.Aliases, static alias => Assert.Matches("^[a-z][a-z0-9_-]*$", alias));
        Assert.Equal(ProviderKind.Tracker, Sheet.Kind);
        Assert.True(Sheet.Guarantee != GuaranteeClass.Unknown && Enum.IsDefined(Sheet.Guarantee), "Guarantee is not set.");
        Assert.True(Sheet.ReferenceKind != ReferenceKind.Unknown && Enum.IsDefined(Sheet.ReferenceKind), "ReferenceKind is not set.");
        Assert.All(
            new[] { Sheet.MarkerStamp, Sheet.MarkerLookup, Sheet.Markup, Sheet.RateLimits },
            static words => Assert.False(string.IsNullOrWhiteSpace(words), "MarkerStamp, MarkerLookup, Markup and RateLimits each take a few words."));
    }

    [Fact]
    public void The_limits_and_times_of_the_sheet_can_be_kept()
    {
        Assert.InRange(Sheet.Timeout, TimeSpan.FromSeconds(1), new TicketExportOptions().LeaseDuration - TimeSpan.FromSeconds(3));
        Assert.InRange(Sheet.SettleWindow, TimeSpan.Zero, TimeSpan.FromHours(24));
        Assert.True(Sheet.Guarantee != GuaranteeClass.LaggingLookup || Sheet.SettleWindow > TimeSpan.Zero, "A look-up that lags needs a settle window.");
        Assert.True(Sheet.Limits.Labels is null or > 0, "The most labels are none.");
    }

    [Fact]
    public async Task A_target_without_a_required_field_sends_nothing_and_names_all_of_them()
    {
        var fields = Sheet.RequiredFields;
        if (!Applies() || fields.IsEmpty)
        {
            return;
        }

        var (target, credential) = (await Host.TargetAsync(), await Host.CredentialAsync());
        bool IsRefusedWithout(string field) =>
            Assert.IsAssignableFrom<ITargetRules>(Host.Provider).Check(target with { Settings = target.Settings.Remove(field) }, credential).Any(problem => problem.Setting == $"Settings:{field}");
        Host.Targets.EditTarget = target => target with { Settings = target.Settings.RemoveRange(fields) };

        var result = await Host.ExportAsync();

        Assert.Equal(ExportCodes.MappingRequired, result.Failure?.Code);
        Assert.All(fields, field => Assert.Contains(field, result.Failure!.Message, StringComparison.Ordinal));
        Assert.Equal(0, Tracker.CreateCalls);
        Assert.All(fields.Except(["labels", "assignee"]), field => Assert.True(IsRefusedWithout(field), $"The adapter takes a ticket without '{field}'. Take it out of RequiredFields."));
    }

    [Fact]
    public async Task A_setting_that_says_where_tickets_go_has_an_effect()
    {
        var target = await Host.TargetAsync();
        Assert.All(Sheet.DestinationSettings, static name => Assert.Matches("^[a-z][a-z0-9_.]*$", name));
        foreach (var name in Sheet.DestinationSettings.Where(target.Settings.ContainsKey))
        {
            Host.Targets.EditTarget = static target => target;
            var before = await SentAsync(AdapterDocuments.Of($"{name}-1"));
            Host.Targets.EditTarget = edited => edited with { Settings = edited.Settings.Remove(name) };
            var hasProblem = Host.Provider is ITargetRules rules && !rules.Check(await Host.TargetAsync(), await Host.CredentialAsync()).IsEmpty;
            Assert.True(
                hasProblem || before != await SentAsync(AdapterDocuments.Of($"{name}-1")),
                $"Without '{name}' the same request is sent: it says nothing about where tickets go. Take it out of DestinationSettings.");
        }
    }

    [Fact]
    public async Task A_good_target_has_no_problem()
    {
        if (!Requires<ITargetRules>(out var rules))
        {
            return;
        }

        try
        {
            Assert.Empty(rules.Check(await Host.TargetAsync(), await Host.CredentialAsync()));
        }
        catch (OptionsValidationException exception)
        {
            Assert.Fail($"The target of the fixture is refused at start: {exception.Message}");
        }
    }

    [Fact]
    public async Task A_target_without_anything_is_told_all_of_its_problems_at_once()
    {
        if (!Requires<ITargetRules>(out var rules))
        {
            return;
        }

        var (target, secrets) = (await Host.TargetAsync(), Host.Secrets());
        var bare = new TicketTarget { Id = target.Id, ProviderKey = target.ProviderKey };
        var all = rules.Check(bare, new TicketCredential([]));
        // Without its network policy the fake's own address is unsafe; a tracker with an address of its own has none then that could be.
        var single = target.Settings.Keys
            .Where(static name => name != TargetSettingsReader.NetworkPolicySetting)
            .SelectMany(name => rules.Check(target with { Settings = target.Settings.Remove(name) }, new TicketCredential(secrets)))
            .Concat(secrets.Keys.SelectMany(name => rules.Check(target, new TicketCredential(secrets.Remove(name)))));

        Assert.NotEmpty(all);
        Assert.All(all, static problem => Assert.Matches("^(BaseUrl|(Settings|Credentials):.+)$", problem.Setting));
        Assert.All(all, static problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
        Assert.Equal(all.Length, all.Select(static problem => problem.Setting).Distinct().Count());
        Assert.All(single, problem => Assert.Contains(problem.Setting, all.Select(static other => other.Setting)));
    }

    [Fact]
    public async Task A_value_that_is_not_allowed_is_named()
    {
        if (!Requires<ITargetRules>(out var rules))
        {
            return;
        }

        var (target, credential) = (await Host.TargetAsync(), await Host.CredentialAsync());
        Assert.All(Fixture.InvalidSettings, invalid =>
        {
            var problems = rules.Check(target with { Settings = target.Settings.SetItem(invalid.Key, invalid.Value) }, credential);
            Assert.Contains(problems, problem => problem.Setting == $"Settings:{invalid.Key}");
        });
    }

    [Theory]
    [InlineData("ftp://tracker.example.test/")]
    [InlineData("https://user:password@tracker.example.test/")]
    [InlineData("http://169.254.169.254/latest/")]
    public async Task An_unsafe_address_is_refused_before_anything_is_sent(string address)
    {
        Host.Targets.EditTarget = target => target with { BaseUrl = new Uri(address) };
        var problems = Host.Provider is ITargetRules rules ? rules.Check(await Host.TargetAsync(), await Host.CredentialAsync()) : [];
        if (problems.IsEmpty)
        {
            var fault = Assert.IsType<CreateOutcome.Rejected>(await Host.CreateAsync()).Fault;
            Assert.Equal((FailureReason.UnsafeAddress, "BaseUrl"), (fault.Reason, fault.Setting));
            return;
        }

        Assert.Contains(problems, static problem => problem is { Setting: "BaseUrl", Reason: FailureReason.UnsafeAddress });
    }

    private async Task<string> SentAsync(Contract.TicketExportDocument document)
    {
        await Host.CreateAsync(document);
        var request = Tracker.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request;
        return $"{request.Path} {Encoding.UTF8.GetString(request.Body.Span)}";
    }
}
