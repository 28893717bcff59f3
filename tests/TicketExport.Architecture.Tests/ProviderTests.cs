using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TicketExport.Architecture.Tests;

public sealed class ProviderTests
{
    [Fact]
    [Trait("Behaviour", "S200")]
    public void No_provider_but_the_mock_answers_a_comment_with_an_echo()
    {
        var makers = RepositoryTree.SourceFiles.Where(MakesAnEcho);

        Assert.Equal(["src/TicketExport.Core/Mock/MockTicketProvider.cs"], makers);
    }

    private static bool MakesAnEcho(string file) => CSharpSyntaxTree.ParseText(RepositoryTree.Read(file))
        .GetRoot()
        .DescendantNodes()
        .OfType<ObjectCreationExpressionSyntax>()
        .Any(static creation => creation.Type.ToString().EndsWith("CommentOutcome.Posted", StringComparison.Ordinal) && creation.ArgumentList?.Arguments.Count > 1);
}
