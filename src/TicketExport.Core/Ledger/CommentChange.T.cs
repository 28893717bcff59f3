using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>A decision about comments: what the caller is told, and what the ledger writes for it.</summary>
/// <typeparam name="TResult">What the caller is told.</typeparam>
/// <param name="Result">What the caller is told.</param>
public sealed record CommentChange<TResult>(TResult Result)
{
    private readonly ImmutableArray<CommentEntry> _writes = [];

    /// <summary>The id of a comment to remove, before anything is written: it turned out to be one of ours.</summary>
    public string? RemovedId { get; init; }

    /// <summary>The comments to write, each whole.</summary>
    public ImmutableArray<CommentEntry> Writes
    {
        get => _writes;
        init => _writes = value.IsDefault ? [] : value;
    }

    /// <summary>Until when the target must wait; <see langword="null"/> when nothing was asked.</summary>
    public DateTimeOffset? PauseTargetUntil { get; init; }
}
