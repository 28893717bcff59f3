using System.Collections.Immutable;

namespace TicketExport;

/// <summary>One configured destination of an account.</summary>
/// <remarks>Holds no secret: those come from <see cref="ITicketCredentialSource"/> for each attempt.</remarks>
public sealed record TicketTarget
{
    private readonly ImmutableArray<string> _requiredFields = [];

    /// <summary>The target's id, unique inside its account. Part of the idempotency key: a changed id is another target.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the provider, as configured; may be one of the provider's other names.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The one project of the account that the target serves; <see langword="null"/> for all of them.</summary>
    public string? Project { get; init; }

    /// <summary>The tracker's own address, where the provider needs one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How many live tickets one source may have because of this target.</summary>
    public LinkScope LinkScope { get; init; } = LinkScope.PerSource;

    /// <summary>What becomes of a request for a source that already has a ticket at this target.</summary>
    public DuplicatePolicy OnDuplicate { get; init; } = DuplicatePolicy.Block;

    /// <summary>What becomes of such a request when the ticket is closed.</summary>
    public ClosedTicketPolicy OnClosedTicket { get; init; } = ClosedTicketPolicy.Block;

    /// <summary>How many exports the worker and bulk calls start in a minute at most.</summary>
    /// <value>Default: <see langword="null"/>, as fast as they can.</value>
    public int? MaxPerMinute { get; init; }

    /// <summary>Whether links to evidence may be sent there.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool AcceptsEvidence { get; init; } = true;

    /// <summary>
    /// Whether the host vouches that the destination is the account's own. Where it does not, a confirmation by
    /// <see cref="Targets.ITicketTargets"/> is needed before anything is sent.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool OwnershipConfirmed { get; init; }

    /// <summary>
    /// Fields that this target demands beside those of its provider. A field is filled by the setting of that name;
    /// <c>labels</c> and <c>assignee</c> also by the document.
    /// </summary>
    public ImmutableArray<string> RequiredFields
    {
        get => _requiredFields;
        init => _requiredFields = value.IsDefault ? [] : value;
    }

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

    /// <summary>What flat keys such as <c>TICKET_PROVIDER</c> made of the target; <see langword="null"/> for any other.</summary>
    internal Configuration.KeyedOrigin? Keyed { get; init; }
}
