namespace TicketExport.Providers;

/// <summary>An ability of a provider: to add a comment to a ticket.</summary>
public interface ICommentProvider
{
    /// <summary>Adds a comment.</summary>
    Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken);
}
