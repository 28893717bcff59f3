using TicketExport.Providers;

namespace TicketExport.Comments;

/// <summary>What a comment of the host's came to.</summary>
public sealed record CommentResult
{
    /// <summary>What came of it.</summary>
    public required CommentOutcomeKind Outcome { get; init; }

    /// <summary>The comment as it is stored; <see langword="null"/> when it is not.</summary>
    public ThreadComment? Comment { get; init; }

    /// <summary>The synthetic reply of the mock provider, stored in the thread as well; <see langword="null"/> with any other.</summary>
    public ExternalComment? Echo { get; init; }

    /// <summary>Why it was not stored, or not brought to the ticket.</summary>
    public ExportFailure? Failure { get; init; }
}
