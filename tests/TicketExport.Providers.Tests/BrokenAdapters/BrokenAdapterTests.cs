using System.Reflection;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;
using Xunit.Sdk;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>Holds the suite itself: an adapter that breaks a rule fails the fact of that rule.</summary>
public sealed class BrokenAdapterTests
{
    private static readonly MethodInfo[] AllFacts =
        [.. typeof(AdapterConformanceTests).GetMethods().Where(static method => method.GetCustomAttribute<FactAttribute>() is not null)];

    public static TheoryData<string> Facts => [.. AllFacts.Select(static method => method.Name)];

    [Fact]
    public void Every_fact_of_the_suite_has_a_broken_adapter() =>
        Assert.Equal(AllFacts.Select(static method => method.Name).Order(StringComparer.Ordinal), Breakages.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task An_adapter_that_breaks_the_rule_fails_the_fact(string fact)
    {
        var method = AllFacts.Single(method => method.Name == fact);
        var failed = false;
        foreach (var row in RowsOf(method))
        {
            failed |= await FailsAsync(method, row, Breakages.All[fact]);
        }

        Assert.True(failed, "The broken adapter passes.");
    }

    // An exception of another kind would be an accident, not a verdict.
    private static async Task<bool> FailsAsync(MethodInfo method, object[] row, Breakage breakage)
    {
        var suite = new Suite(breakage);
        await suite.InitializeAsync();
        try
        {
            if (method.Invoke(suite, row) is Task running)
            {
                await running;
            }

            return false;
        }
        catch (XunitException)
        {
            return true;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is XunitException)
        {
            return true;
        }
        finally
        {
            await suite.DisposeAsync();
        }
    }

    private static object[][] RowsOf(MethodInfo method)
    {
        var rows = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)).ToArray();
        return rows.Length == 0 ? [[]] : rows;
    }

    private sealed class Suite(Breakage breakage) : AdapterConformanceTests
    {
        protected override async Task<AdapterFixture> StartAsync(TimeProvider time) => new WholeFixture(
            await Testing.FakeTracker.StartAsync(new FakeTrackerOptions { TimeProvider = time, IsIdempotent = breakage.IsIdempotent }),
            breakage);
    }
}
