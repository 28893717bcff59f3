using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What a provider can do and promise, as data.</summary>
public sealed record ProviderSheet
{
    private readonly ImmutableArray<string> _aliases = [];
    private readonly ImmutableArray<string> _destinationSettings = [];
    private readonly ImmutableArray<string> _requiredFields = [];

    /// <summary>The family's key, such as <c>jira</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Other keys that targets may use for this provider.</summary>
    public ImmutableArray<string> Aliases
    {
        get => _aliases;
        init => _aliases = value.IsDefault ? [] : value;
    }

    /// <summary>What stands behind the provider.</summary>
    /// <value>Default: <see cref="ProviderKind.Tracker"/>.</value>
    public ProviderKind Kind { get; init; } = ProviderKind.Tracker;

    /// <summary>
    /// The settings that say where tickets go, beside the base URL: such as <c>project</c>, <c>board</c> or <c>repository</c>. A
    /// confirmed ownership is void when one of them changes.
    /// </summary>
    public ImmutableArray<string> DestinationSettings
    {
        get => _destinationSettings;
        init => _destinationSettings = value.IsDefault ? [] : value;
    }

    /// <summary>
    /// The fields without which no target of the provider can have a ticket. A field is filled by the target's setting of that
    /// name; <c>labels</c> and <c>assignee</c> also by the document.
    /// </summary>
    public ImmutableArray<string> RequiredFields
    {
        get => _requiredFields;
        init => _requiredFields = value.IsDefault ? [] : value;
    }

    /// <summary>What can be promised about duplicates.</summary>
    public required GuaranteeClass Guarantee { get; init; }

    /// <summary>What the provider's tickets are.</summary>
    /// <value>Default: <see cref="ReferenceKind.Unknown"/>.</value>
    public ReferenceKind ReferenceKind { get; init; }

    /// <summary>
    /// How long after a try of unknown outcome a look-up is first trusted: the tracker's longest server time plus the lag of
    /// its index. Zero where the look-up is settled at once.
    /// </summary>
    public TimeSpan SettleWindow { get; init; }

    /// <summary>
    /// Whether a comment that is added again with the same id is added once: the tracker takes the id, or the provider looks for its mark
    /// before it adds. Where neither can be, a comment of unknown outcome waits for a person.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool RepeatsComments { get; init; }

    /// <summary>How the marker is stamped into a ticket, in a few words, such as "a label and an entity property".</summary>
    public string? MarkerStamp { get; init; }

    /// <summary>How a ticket is found by its marker, in a few words, such as "a search whose index lags".</summary>
    public string? MarkerLookup { get; init; }

    /// <summary>The markup of bodies and comments, in a few words, such as "GitHub Flavored Markdown".</summary>
    public string? Markup { get; init; }

    /// <summary>How much the tracker takes.</summary>
    public ProviderLimits Limits { get; init; } = new();

    /// <summary>The tracker's limits on requests, in a few words, such as "5,000 requests an hour".</summary>
    public string? RateLimits { get; init; }

    /// <summary>The day on which the interface that the provider speaks ends, where its vendor named one.</summary>
    public DateOnly? Sunset { get; init; }

    /// <summary>How long one call may take; the exporter cuts it to stay inside the lease.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
