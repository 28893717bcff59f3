using System.Text.RegularExpressions;

namespace TicketExport.Architecture.Tests;

public sealed partial class ForbiddenTextTests
{
    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".props", ".targets", ".config", ".json", ".md", ".sh", ".sql", ".sln", ".sarif", ".yml", ".txt", ".editorconfig"];

    public static TheoryData<string> TextFiles =>
        [.. RepositoryTree.Files.Where(static file => TextExtensions.Contains(Path.GetExtension(file), StringComparer.Ordinal) || file.StartsWith(".ci/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void A_file_names_no_package_registry_and_no_path_of_one_machine(string file)
    {
        var text = RepositoryTree.Read(file);
        Assert.DoesNotMatch(RegistryHost(), text);
        Assert.DoesNotMatch(MachinePath(), text);
    }

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void A_file_leaves_nothing_to_be_done_later(string file)
    {
        if (!file.Contains("Architecture.Tests", StringComparison.Ordinal))
        {
            Assert.DoesNotMatch(Unfinished(), RepositoryTree.Read(file));
        }
    }

    [Fact]
    public void The_package_configuration_names_no_source()
    {
        Assert.DoesNotContain("<add", RepositoryTree.Read("nuget.config"), StringComparison.Ordinal);
        Assert.DoesNotContain("packageSources>", RepositoryTree.Read("nuget.config"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(api\.)?nuget\.org|npmjs\.|pypi\.org|debian\.org", RegexOptions.CultureInvariant)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"(^|[^A-Za-z_.0-9-])/(work|root|tmp)/[a-z.]", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
