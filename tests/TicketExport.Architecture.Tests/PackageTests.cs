using System.Xml.Linq;

namespace TicketExport.Architecture.Tests;

public sealed class PackageTests
{
    public static TheoryData<string> SourceProjects => [.. RepositoryTree.SourceProjects.Select(static file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_package_has_a_description_a_readme_with_an_example_and_its_public_api_written_down(string project)
    {
        var description = XDocument.Parse(RepositoryTree.Read($"src/{project}/{project}.csproj")).Descendants("Description").Single().Value;
        Assert.True(description.Length > 40, $"{project}: the description says too little.");

        var readme = RepositoryTree.Read($"src/{project}/README.md");
        Assert.StartsWith($"# {project}\n", readme, StringComparison.Ordinal);
        Assert.Contains("```csharp", readme, StringComparison.Ordinal);

        Assert.True(RepositoryTree.Exists($"src/{project}/PublicAPI/PublicAPI.Shipped.txt"));
        Assert.True(RepositoryTree.Exists($"src/{project}/PublicAPI/PublicAPI.Unshipped.txt"));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_package_is_listed_in_the_readme(string project) =>
        Assert.Contains($"`{project}`", RepositoryTree.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void Every_provider_has_a_page()
    {
        foreach (var project in RepositoryTree.SourceProjects.Select(static file => Path.GetFileNameWithoutExtension(file)))
        {
            const string Prefix = "TicketExport.Providers.";
            if (project.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Assert.True(RepositoryTree.Exists($"docs/providers/{project[Prefix.Length..].ToLowerInvariant()}.md"), $"{project} lacks a page in docs/providers.");
            }
        }
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    public void Every_project_is_in_the_solution_and_has_a_lock_file(string folder)
    {
        var solution = RepositoryTree.Read("TicketExport.sln").Replace('\\', '/');
        foreach (var project in RepositoryTree.Projects(folder).Where(static project => !project.Contains("PackageConsumer", StringComparison.Ordinal)))
        {
            Assert.Contains(project, solution, StringComparison.Ordinal);
            Assert.True(RepositoryTree.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} lacks its lock file.");
        }
    }
}
