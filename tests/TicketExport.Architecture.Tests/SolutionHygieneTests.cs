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

    // NuGet's audit of all packages runs at each restore and warns; warnings are errors.
    [Fact]
    [Trait("Fault", "F206")]
    public void A_dependency_with_a_known_weakness_breaks_the_build()
    {
        var settings = RepositoryTree.Files.Where(static file => file.EndsWith(".props", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal) || file.EndsWith("proj", StringComparison.Ordinal));

        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", RepositoryTree.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.All(settings, static file =>
        {
            Assert.DoesNotContain("NuGetAudit", RepositoryTree.Read(file), StringComparison.Ordinal);
            Assert.DoesNotContain("NU190", RepositoryTree.Read(file), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("System.Xml")]
    [InlineData("BinaryFormatter")]
    [InlineData("ZipArchiveMode.Read")]
    [InlineData("ZipArchiveMode.Update")]
    [InlineData("ZipFile")]
    [InlineData("CompressionMode.Decompress")]
    [Trait("Fault", "F181")]
    [Trait("Fault", "F183")]
    public void Nothing_reads_XML_or_opens_an_archive(string name) =>
        Assert.All(RepositoryTree.SourceFiles, file => Assert.DoesNotContain(name, RepositoryTree.Read(file), StringComparison.Ordinal));

    [Fact]
    [Trait("Fault", "F183")]
    public void Only_the_bundle_knows_of_archives_and_it_writes_them() =>
        Assert.Equal(
            ["src/TicketExport.Portable/Internal/BundleZip.cs"],
            RepositoryTree.SourceFiles.Where(static file => RepositoryTree.Read(file).Contains("System.IO.Compression", StringComparison.Ordinal)));

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
