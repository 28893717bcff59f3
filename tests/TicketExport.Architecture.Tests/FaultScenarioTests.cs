using System.Globalization;
using System.Text.RegularExpressions;

namespace TicketExport.Architecture.Tests;

/// <summary>The numbered scenarios each have a test that names their number; those of portable files, 185 to 194, are left out for now.</summary>
public sealed partial class FaultScenarioTests
{
    /// <summary>Scenarios without a test, and why. A line goes when its test comes.</summary>
    private static readonly Dictionary<int, string> Untested = new()
    {
        [91] = "PostgreSQL.",
        [92] = "PostgreSQL.",
        [93] = "PostgreSQL.",
        [94] = "PostgreSQL.",
        [95] = "PostgreSQL.",
        [96] = "PostgreSQL.",
        [97] = "PostgreSQL.",
        [137] = "No subscription at a tracker is set up yet, so there is no handshake to answer.",
    };

    private static IEnumerable<int> Scenarios =>
        Enumerable.Range(1, 184).Concat(Enumerable.Range(195, 12));

    [Fact]
    public void Every_scenario_has_a_test_or_a_reason()
    {
        var missing = Scenarios.Where(static scenario => !Tested.Contains(scenario) && !Untested.ContainsKey(scenario));

        Assert.Empty(missing.Select(Name));
    }

    [Fact]
    public void No_reason_outlives_its_gap()
    {
        var closed = Untested.Keys.Where(static scenario => Tested.Contains(scenario) || !Scenarios.Contains(scenario));

        Assert.Empty(closed.Select(Name));
        Assert.All(Untested.Values, static reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    private static HashSet<int> Tested { get; } =
    [
        .. RepositoryTree.Files
            .Where(static file => file.EndsWith(".cs", StringComparison.Ordinal) && (file.StartsWith("tests/", StringComparison.Ordinal) || file.Contains(".Conformance/", StringComparison.Ordinal)))
            .SelectMany(static file => Trait().Matches(RepositoryTree.Read(file)))
            .Select(static match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)),
    ];

    private static string Name(int scenario) => string.Create(CultureInfo.InvariantCulture, $"F{scenario}");

    [GeneratedRegex(@"\[Trait\(""Fault"", ""F(\d+)""\)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Trait();
}
