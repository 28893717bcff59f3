using System.Collections.Immutable;

namespace TicketExport.Portable;

/// <summary>Where our part ends: what becomes of a file outside is the customer's.</summary>
public sealed record PortableImportBoundary
{
    /// <summary>What a tracker is called that is not in the list.</summary>
    public const string AnotherTracker = "another tracker";

    private static readonly ImmutableArray<(string Key, string Name)> Known =
    [
        ("jira", "Jira"),
        ("github", "GitHub"),
        ("gitlab", "GitLab"),
        ("bitbucket", "Bitbucket"),
        ("trello", "Trello"),
        ("linear", "Linear"),
        ("azure-devops", "Azure DevOps"),
        ("youtrack", "YouTrack"),
        ("asana", "Asana"),
        ("clickup", "ClickUp"),
        ("servicenow", "ServiceNow"),
    ];

    private PortableImportBoundary(string tracker) => Tracker = tracker;

    /// <summary>The trackers that have a note of their own, and <see cref="AnotherTracker"/> last.</summary>
    public static ImmutableArray<string> Trackers { get; } = [.. Known.Select(static tracker => tracker.Name), AnotherTracker];

    /// <summary>The tracker that the export's target is at, or <see cref="AnotherTracker"/>.</summary>
    public string Tracker { get; }

    /// <summary>Who owns the import.</summary>
    public string Owner { get; } = "customer";

    /// <summary>What to show before a file is generated, in two sentences.</summary>
    public string Note =>
        $"The customer owns the import of this file into {Tracker}. The file creates and syncs no ticket, and handing it over says nothing about whether the finding is fixed.";

    /// <summary>The boundary for a target.</summary>
    /// <param name="providerKey">The target's provider key, such as <c>jira</c> or <c>github_issues</c>; <see langword="null"/> for none.</param>
    public static PortableImportBoundary For(string? providerKey)
    {
        var key = (providerKey ?? "").Replace('_', '-');
        var name = Known.FirstOrDefault(tracker => IsOf(tracker.Key, key)).Name;
        return new(name ?? AnotherTracker);
    }

    private static bool IsOf(string family, string key) =>
        key.StartsWith(family, StringComparison.OrdinalIgnoreCase) && (key.Length == family.Length || key[family.Length] == '-');
}
