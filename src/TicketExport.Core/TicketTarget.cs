using System.Collections.Immutable;

namespace TicketExport;

/// <summary>One configured destination of an account.</summary>
/// <remarks>Holds no secret: those come from <see cref="ITicketCredentialSource"/> for each attempt.</remarks>
public sealed record TicketTarget
{
    /// <summary>The target's id, unique inside its account. Part of the idempotency key: a changed id is another target.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the provider, as configured; may be one of the provider's other names.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The tracker's own address, where the provider needs one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How many live tickets one source may have because of this target.</summary>
    public LinkScope LinkScope { get; init; } = LinkScope.PerSource;

    /// <summary>How many exports the worker and bulk calls start in a minute at most.</summary>
    /// <value>Default: <see langword="null"/>, as fast as they can.</value>
    public int? MaxPerMinute { get; init; }

    /// <summary>
    /// Whether an export of unknown outcome is created again when a look-up finds nothing after the settle window. <b>Gives up "at
    /// most one ticket"</b>: a ticket that the tracker shows later than its sheet says becomes the first of two. Without it such an
    /// export waits for a person. Of no use where the tracker has no look-up.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool RecreateWhenAbsent { get; init; }

    /// <summary>Settings that the provider names. Keys are compared without case.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
}
