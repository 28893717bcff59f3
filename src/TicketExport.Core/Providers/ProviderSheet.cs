using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What a provider can do and promise, as data.</summary>
public sealed record ProviderSheet
{
    private readonly ImmutableArray<string> _aliases = [];

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

    /// <summary>How long one call may take; the exporter cuts it to stay inside the lease.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
