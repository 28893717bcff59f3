using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TicketExport.Architecture.Tests;

public sealed class ProviderTests
{
    private const string ProjectPrefix = "TicketExport.Providers.";

    [Fact]
    [Trait("Behaviour", "S200")]
    public void No_provider_but_the_mock_answers_a_comment_with_an_echo()
    {
        var makers = RepositoryTree.SourceFiles.Where(MakesAnEcho);

        Assert.Equal(["src/TicketExport.Core/Mock/MockTicketProvider.cs"], makers);
    }

    [Fact]
    public void Every_adapter_of_a_tracker_derives_the_conformance_suite()
    {
        var trackers = RepositoryTree.SourceProjects.Select(static file => Path.GetFileNameWithoutExtension(file)).Where(IsTracker);

        Assert.All(trackers, static project =>
        {
            var folder = $"tests/TicketExport.Providers.Tests/{project[ProjectPrefix.Length..]}/";
            var derives = RepositoryTree.Files
                .Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
                .Any(static file => DerivesTheSuite(RepositoryTree.Read(file)));
            Assert.True(derives, $"No public class in {folder} derives AdapterConformanceTests. Derive one there and give it a fixture; docs/adding-a-provider.md shows how.");
        });
    }

    [Theory]
    [InlineData("public sealed class JiraConformanceTests : AdapterConformanceTests;", true)]
    [InlineData("public sealed class JiraConformanceTests : Conformance.Adapters.AdapterConformanceTests;", true)]
    [InlineData("internal sealed class JiraConformanceTests : AdapterConformanceTests;", false)]
    [InlineData("public abstract class JiraConformanceTests : AdapterConformanceTests;", false)]
    [InlineData("public sealed class JiraConformanceTests : LedgerConformanceTests; // AdapterConformanceTests", false)]
    public void Only_a_class_that_runs_counts_as_deriving_the_suite(string code, bool derives) => Assert.Equal(derives, DerivesTheSuite(code));

    // One that is written for a receiver of webhooks says so in its sheet.
    private static bool IsTracker(string project) => project.StartsWith(ProjectPrefix, StringComparison.Ordinal)
        && !RepositoryTree.SourceFiles
            .Where(file => file.StartsWith($"src/{project}/", StringComparison.Ordinal))
            .Any(static file => RepositoryTree.Read(file).Contains("Kind = ProviderKind.Webhook", StringComparison.Ordinal));

    private static bool DerivesTheSuite(string code) => CSharpSyntaxTree.ParseText(code)
        .GetRoot()
        .DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword))
        .Any(static type => type.BaseList?.Types.Any(static parent => parent.Type.ToString().Split('.')[^1] == "AdapterConformanceTests") == true);

    private static bool MakesAnEcho(string file) => CSharpSyntaxTree.ParseText(RepositoryTree.Read(file))
        .GetRoot()
        .DescendantNodes()
        .OfType<ObjectCreationExpressionSyntax>()
        .Any(static creation => creation.Type.ToString().EndsWith("CommentOutcome.Posted", StringComparison.Ordinal) && creation.ArgumentList?.Arguments.Count > 1);
}
