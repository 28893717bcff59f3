using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>What is known of a change of a linked ticket, ready to be written.</summary>
public sealed record TicketChangeUpdate
{
    /// <summary>How far it is.</summary>
    public required TicketChangeStage Stage { get; init; }

    /// <summary>Whether the newest change has reached the ticket.</summary>
    public SyncState SyncState { get; init; }

    /// <summary>The hash of the document that the ticket holds; <see langword="null"/> when that is not known.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>The hash of the document for which a comment was begun last.</summary>
    public string? CommentHash { get; init; }

    /// <summary>Until when nothing is sent to the target, because the tracker asked all requests to wait.</summary>
    public DateTimeOffset? PauseTargetUntil { get; init; }

    /// <summary>Who asked for the change and why, written beside the intent for ever; <see langword="null"/> for a change that a policy made.</summary>
    public AuditStamp? By { get; init; }

    /// <summary>Why the change did not reach the ticket.</summary>
    public ExportFailure? Failure { get; init; }
}
