using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>Makes comments of one export's thread, each call with ids of its own.</summary>
internal sealed class CommentCase(ExportRecord export, TimeProvider time)
{
    private static int _count;

    public ExportRecord Export => export;

    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(30);

    public NewComment Stored(string id, string text = "Please look.") => new()
    {
        Comment = new ThreadComment
        {
            CommentId = id,
            AccountId = export.Account.Id,
            Source = export.Source,
            Origin = CommentOrigin.Internal,
            Author = "Kim",
            Text = text,
            WrittenAt = time.GetUtcNow(),
            ExportId = export.ExportId,
        },
    };

    public NewComment Sent(string id, string text = "Please look.") => Stored(id, text) with { Claim = Claim(id) };

    public CommentClaimRequest Claim(string id) => new()
    {
        AccountId = export.Account.Id,
        CommentId = id,
        ExportId = export.ExportId,
        ClaimId = $"comment-claim-{Interlocked.Increment(ref _count)}",
        LeaseDuration = Lease,
    };

    public CommentClaimRequest Due(string id) => Claim(id) with { IsDueWork = true };

    public InboundComment Added(string externalId, string? actor = "person-1") => new()
    {
        AccountId = export.Account.Id,
        Source = export.Source,
        ExportId = export.ExportId,
        TargetId = export.TargetId,
        TicketId = export.Ticket!.ProviderTicketId,
        Kind = InboundEventKind.CommentAdded,
        ExternalCommentId = externalId,
        Author = "Jane",
        Text = $"Text of {externalId}",
        WrittenAt = time.GetUtcNow(),
        OccurredAt = time.GetUtcNow(),
        ActorId = actor,
        NewCommentId = $"new-{Interlocked.Increment(ref _count)}",
    };

    public InboundComment Edited(string externalId, string text, string? actor = "person-1") =>
        Added(externalId, actor) with { Kind = InboundEventKind.CommentEdited, Text = text };

    public InboundComment Deleted(string externalId, string? actor = "person-1") =>
        Added(externalId, actor) with { Kind = InboundEventKind.CommentDeleted, Text = "" };
}
