namespace TicketExport.Providers.GitHub.Internal;

/// <summary>The labels that are known to exist, a bounded number, so that each is asked for once and not with every ticket.</summary>
internal sealed class GitHubLabelMemory
{
    public const int Capacity = 4096;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(GitHubTargetSettings settings, string label)
    {
        lock (_gate)
        {
            return _labels.Contains(KeyOf(settings, label));
        }
    }

    public void Add(GitHubTargetSettings settings, string label)
    {
        lock (_gate)
        {
            if (_labels.Count >= Capacity)
            {
                _labels.Clear();
            }

            _labels.Add(KeyOf(settings, label));
        }
    }

    /// <summary>Forgets labels that a ticket did not get: they may be gone.</summary>
    public void Forget(GitHubTargetSettings settings, IEnumerable<string> labels)
    {
        lock (_gate)
        {
            _labels.ExceptWith(labels.Select(label => KeyOf(settings, label)));
        }
    }

    private static string KeyOf(GitHubTargetSettings settings, string label) =>
        $"{settings.Server.Root.AbsoluteUri}\n{settings.Owner}/{settings.Name}\n{label}";
}
