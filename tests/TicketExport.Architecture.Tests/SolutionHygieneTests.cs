namespace TicketExport.Architecture.Tests;

public sealed class SolutionHygieneTests
{
    [Theory]
    [InlineData("dotnet run --project samples/Quickstart")]
    [InlineData("dotnet test")]
    public void The_readme_holds_the_two_commands(string command) =>
        Assert.Contains($"\n{command}\n", RepositoryTree.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void The_readme_stays_short() =>
        Assert.True(RepositoryTree.Read("README.md").Count(static c => c == '\n') <= 150);

    [Fact]
    public void Continuous_integration_runs_the_test_command_of_the_readme() =>
        Assert.Contains("\ndotnet test ", RepositoryTree.Read(".ci/run"), StringComparison.Ordinal);

    [Fact]
    public void Every_link_inside_the_documentation_leads_to_a_file()
    {
        var broken = RepositoryTree.Files
            .Where(static file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(static file => MarkdownLinks.Relative(file).Where(link => !RepositoryTree.Exists(link.Target)))
            .Select(static link => $"{link.Page} -> {link.Target}");
        Assert.Empty(broken);
    }
}
