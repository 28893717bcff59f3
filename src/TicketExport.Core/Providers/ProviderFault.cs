using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>Why a provider call did not succeed. Holds no secret and no payload.</summary>
public sealed record ProviderFault
{
    private readonly ImmutableArray<TargetProblem> _problems = [];

    /// <summary>Why, independent of the tracker.</summary>
    public required FailureReason Reason { get; init; }

    /// <summary>One or two sentences: what happened and what to change.</summary>
    public required string Message { get; init; }

    /// <summary>The top-level code, where the family fixes one; otherwise it follows from <see cref="Reason"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The tracker's own code, word for word, or the provider's documented code.</summary>
    public string? ProviderErrorCode { get; init; }

    /// <summary>The code that a webhook receiver put into its answer.</summary>
    public string? ReceiverCode { get; init; }

    /// <summary>The HTTP status, when an answer was received.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>The target's setting to change, relative to the target, such as <c>BaseUrl</c> or <c>Settings:project</c>.</summary>
    public string? Setting { get; init; }

    /// <summary>Every field of the target that has no value or one that the tracker does not take, all at once; see <see cref="FailureReason.MappingIncomplete"/>.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<TargetProblem> Problems
    {
        get => _problems;
        init => _problems = value.IsDefault ? [] : value;
    }

    /// <summary>
    /// Whether the place is gone, so that no other request can fare better: the target is disabled with this fault, until somebody
    /// enables it.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool DisablesTarget { get; init; }
}
