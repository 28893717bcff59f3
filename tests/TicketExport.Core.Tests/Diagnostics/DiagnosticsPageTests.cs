using System.Reflection;
using TicketExport.Core.Tests.States;

namespace TicketExport.Core.Tests.Diagnostics;

/// <summary>docs/diagnostics.md names what the code names.</summary>
public sealed class DiagnosticsPageTests
{
    private static readonly string Page = GoldenPage.Read("docs/diagnostics.md");

    [Fact]
    public void The_page_names_every_constant() =>
        Assert.All(
            typeof(TicketExportDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!),
            static name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void The_page_names_every_outcome_of_an_export() =>
        Assert.All(Enum.GetValues<ExportOutcome>().Skip(1), static outcome => Assert.Contains(Words.Of(outcome), Page, StringComparison.Ordinal));
}
