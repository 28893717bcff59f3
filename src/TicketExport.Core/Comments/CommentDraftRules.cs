using TicketExport.Ledger;

namespace TicketExport.Comments;

/// <summary>What a comment of the host's may hold. Pure.</summary>
internal static class CommentDraftRules
{
    public static void ThrowIfUnusable(CommentDraft comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentException.ThrowIfNullOrWhiteSpace(comment.AccountId);
        ThrowIfUnusable(comment.Source);
        ThrowIfUnusable(comment.Author, CommentRules.MaxAuthor, nameof(comment.Author));
        ThrowIfUnusable(comment.Text, CommentRules.MaxText, nameof(comment.Text));
        if (comment.CommentId is not null)
        {
            ThrowIfUnusable(comment.CommentId, CommentRules.MaxId, nameof(comment.CommentId));
        }
    }

    public static void ThrowIfUnusable(SourceKey source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source.Type);
        ArgumentException.ThrowIfNullOrWhiteSpace(source.Id);
    }

    private static void ThrowIfUnusable(string text, int most, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        LedgerText.ThrowIfUnsafe(text, name);
        if (text.Length > most)
        {
            throw new ArgumentException($"{name} has {text.Length} characters; give it 1 to {most}.", name);
        }
    }
}
