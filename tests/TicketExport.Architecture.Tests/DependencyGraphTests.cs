using System.Xml.Linq;

namespace TicketExport.Architecture.Tests;

public sealed class DependencyGraphTests
{
    private static readonly string[] CorePackages =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
    ];

    public static TheoryData<string> SourceProjects => [.. RepositoryTree.SourceProjects.Select(Name)];

    [Fact]
    public void Core_depends_on_the_abstractions_of_the_platform_and_on_nothing_else()
    {
        Assert.Empty(ProjectReferences("TicketExport.Core"));
        Assert.Equal(CorePackages, Packages("TicketExport.Core").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void References_point_one_way(string project)
    {
        var references = ProjectReferences(project);
        Assert.All(references, reference => Assert.Contains(reference, Allowed(project)));
        if (project.StartsWith("TicketExport.Providers.", StringComparison.Ordinal))
        {
            Assert.Single(references);
        }
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_under_src_references_projects_under_src_only(string project) =>
        Assert.All(Document(project).Descendants("ProjectReference"), reference =>
            Assert.StartsWith(@"..\TicketExport.", reference.Attribute("Include")!.Value, StringComparison.Ordinal));

    private static string[] Allowed(string project) => project switch
    {
        "TicketExport.Testing" => ["TicketExport.Core", "TicketExport.Http"],
        "TicketExport.Testing.Conformance" => ["TicketExport.Testing"],
        _ when project.StartsWith("TicketExport.Webhooks.Receiver.", StringComparison.Ordinal) => ["TicketExport.Webhooks.Receiver"],
        _ when project.StartsWith("TicketExport.Providers.", StringComparison.Ordinal) => ["TicketExport.Core", "TicketExport.Http"],
        _ => ["TicketExport.Core"],
    };

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    private static XDocument Document(string project) => XDocument.Parse(RepositoryTree.Read($"src/{project}/{project}.csproj"));

    private static string[] ProjectReferences(string project) =>
        [.. Document(project).Descendants("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    private static string[] Packages(string project) =>
        [.. Document(project).Descendants("PackageReference").Select(static reference => reference.Attribute("Include")!.Value)];
}
