using TicketExport.Providers;

namespace TicketExport.Ledger;

/// <summary>What a try to send a comment came to: a closed set.</summary>
public abstract record CommentUpdate
{
    private CommentUpdate()
    {
    }

    /// <summary>It stands at the tracker.</summary>
    /// <param name="ExternalCommentId">The tracker's id of it.</param>
    public sealed record Posted(string ExternalCommentId) : CommentUpdate
    {
        /// <summary>The synthetic reply of the mock provider, stored as a comment of its own.</summary>
        public ExternalComment? Echo { get; init; }

        /// <summary>The id of that comment in the thread; needed with <see cref="Echo"/>.</summary>
        public string? EchoId { get; init; }
    }

    /// <summary>This try added nothing.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="RetryAt">When it is tried again; <see langword="null"/> when it is not.</param>
    public sealed record NotAdded(ExportFailure Failure, DateTimeOffset? RetryAt) : CommentUpdate
    {
        /// <summary>Until when the tracker asked all requests of the target to wait.</summary>
        public DateTimeOffset? PauseTargetUntil { get; init; }
    }

    /// <summary>It may stand at the tracker.</summary>
    /// <param name="Failure">Why that is not known.</param>
    /// <param name="RetryAt">When the tracker can be asked; <see langword="null"/> when only a person can tell.</param>
    public sealed record InDoubt(ExportFailure Failure, DateTimeOffset? RetryAt) : CommentUpdate;
}
