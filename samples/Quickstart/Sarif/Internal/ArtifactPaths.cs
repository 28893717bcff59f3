using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

// Turns the addresses of a run's files into paths: decoded, with '/', relative to a root that the run names, else absolute.
internal sealed class ArtifactPaths
{
    private const int MaxBases = 16;

    private readonly WireRun _run;
    private readonly List<string> _roots = [];
    private readonly string _shared;

    public ArtifactPaths(WireRun run)
    {
        _run = run;
        var bases = (run.OriginalUriBaseIds?.Values ?? Enumerable.Empty<WireArtifactLocation?>())
            .Concat((run.VersionControlProvenance ?? []).Select(repository => repository?.MappedTo));
        foreach (var root in bases.Select(location => location?.Uri).OfType<string>().Select(Decode).Where(IsAbsolute))
        {
            _roots.Add(root.TrimEnd('/') + "/");
        }

        _roots.Sort((left, right) => right.Length.CompareTo(left.Length));
        _shared = SharedFolder(Everything().Select(Resolve).OfType<string>().Where(IsAbsolute));
    }

    public string? Resolve(WireArtifactLocation? location)
    {
        if (location is { Uri: null, Index: { } index } && index >= 0 && index < (_run.Artifacts?.Length ?? 0))
        {
            location = _run.Artifacts![index]?.Location;
        }

        if (string.IsNullOrWhiteSpace(location?.Uri))
        {
            return null;
        }

        var path = Normalise(Prefix(location) + Decode(location.Uri));
        var root = _roots.Find(candidate => path.StartsWith(candidate, StringComparison.Ordinal));
        return root is null ? path : path[root.Length..];
    }

    public string? Show(string? path) =>
        path is not null && _shared.Length > 0 && path.StartsWith(_shared, StringComparison.Ordinal) ? path[_shared.Length..] : path;

    public static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.AsSpan().Contains("://", StringComparison.Ordinal) || path is [_, ':', '/', ..];

    // A base that is itself relative belongs to the path; an absolute one is where this machine keeps the sources.
    private string Prefix(WireArtifactLocation location)
    {
        var prefix = "";
        var id = location.UriBaseId;
        for (var i = 0; i < MaxBases && id is not null && _run.OriginalUriBaseIds?.GetValueOrDefault(id) is { } origin; i++)
        {
            var decoded = Decode(origin.Uri ?? "");
            if (IsAbsolute(decoded))
            {
                break;
            }

            prefix = decoded.Length == 0 ? prefix : decoded.TrimEnd('/') + "/" + prefix;
            id = origin.UriBaseId;
        }

        return prefix;
    }

    private static string Decode(string uri)
    {
        var path = uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? FilePath(uri[5..]) : uri;
        return path.Contains("://", StringComparison.Ordinal) ? path : Uri.UnescapeDataString(path).Replace('\\', '/');
    }

    // "file:///src/a", "file:/src/a", "file://host/share/a", "file:///C:/src/a".
    private static string FilePath(string rest)
    {
        var path = rest.StartsWith("///", StringComparison.Ordinal) ? rest[2..] : rest;
        return path is ['/', _, ':', '/', ..] ? path[1..] : path;
    }

    private static string Normalise(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return path;
        }

        var kept = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && kept.Count > 0 && kept[^1] is not ("" or ".."))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || kept.Count == 0 || kept is [""]))
            {
                kept.Add(part);
            }
        }

        return string.Join('/', kept);
    }

    private IEnumerable<WireArtifactLocation?> Everything() =>
        (_run.Artifacts ?? []).Select(artifact => artifact?.Location)
            .Concat((_run.Results ?? []).SelectMany(result => result?.Locations ?? [])
                .Select(location => location?.PhysicalLocation?.ArtifactLocation));

    private static string SharedFolder(IEnumerable<string> paths)
    {
        string? shared = null;
        foreach (var path in paths)
        {
            var folder = path[..(path.LastIndexOf('/') + 1)];
            while (shared is not null && !folder.StartsWith(shared, StringComparison.Ordinal))
            {
                shared = shared[..(shared.TrimEnd('/').LastIndexOf('/') + 1)];
            }

            shared ??= folder;
        }

        return shared is null || shared.Contains("://", StringComparison.Ordinal) ? "" : shared;
    }
}
