using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>How much due work a worker wants, and from where.</summary>
public sealed record DueQuery
{
    private readonly ImmutableArray<TargetKey> _excluded = [];

    /// <summary>The most exports to answer.</summary>
    /// <value>1 to 1,000.</value>
    public required int Limit { get; init; }

    /// <summary>
    /// The target after which the round begins; <see langword="null"/> for the first one. A worker passes the target of the
    /// last export that it was given, so that no target and no account waits for ever, however many there are.
    /// </summary>
    public TargetKey? After { get; init; }

    /// <summary>Targets to leave out, such as those that are busy in this process. Targets on cooldown are always left out.</summary>
    public ImmutableArray<TargetKey> Excluded
    {
        get => _excluded;
        init => _excluded = value.IsDefault ? [] : value;
    }
}
