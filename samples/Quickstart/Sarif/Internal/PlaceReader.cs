using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal sealed class PlaceReader
{
    private readonly ArtifactPaths _paths;
    private readonly WireRepository? _repository;

    public PlaceReader(WireRun run)
    {
        _paths = new(run);
        _repository = run.VersionControlProvenance is [{ } only] ? only : null;
    }

    public SarifPlace Read(WireLocation?[]? locations)
    {
        var location = (locations ?? []).FirstOrDefault(candidate => candidate?.PhysicalLocation is not null)
            ?? (locations ?? []).FirstOrDefault(candidate => candidate is not null);
        var region = location?.PhysicalLocation?.Region;
        var path = _paths.Resolve(location?.PhysicalLocation?.ArtifactLocation);
        var line = Counted(region?.StartLine);
        return new()
        {
            Path = path,
            ShownPath = _paths.Show(path),
            Element = (location?.LogicalLocations ?? []).Select(l => l?.FullyQualifiedName ?? l?.Name).FirstOrDefault(n => !ContractText.IsBlank(n)),
            StartLine = line,
            StartColumn = Counted(region?.StartColumn),
            EndLine = Counted(region?.EndLine),
            EndColumn = Counted(region?.EndColumn),
            Snippet = ContractText.IsBlank(region?.Snippet?.Text) ? null : region.Snippet.Text,
            SourceLink = path is null ? null : SourceLink(path, line),
        };
    }

    private static int? Counted(int? number) => number >= 1 ? number : null;

    // Two forges whose addresses of a line are documented; elsewhere a guess would be a dead link.
    private string? SourceLink(string path, int? line)
    {
        if (ArtifactPaths.IsAbsolute(path)
            || string.IsNullOrWhiteSpace(_repository?.RevisionId)
            || !Uri.TryCreate(_repository.RepositoryUri, UriKind.Absolute, out var repository)
            || repository.Scheme != Uri.UriSchemeHttps
            || repository.UserInfo.Length > 0)
        {
            return null;
        }

        var folder = repository.Host switch
        {
            "github.com" => "/blob/",
            "gitlab.com" => "/-/blob/",
            _ => null,
        };
        if (folder is null)
        {
            return null;
        }

        var name = repository.AbsolutePath.TrimEnd('/');
        name = name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
        var file = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var anchor = line is null ? "" : $"#L{line}";
        return $"https://{repository.Host}{name}{folder}{Uri.EscapeDataString(_repository.RevisionId)}/{file}{anchor}";
    }
}
