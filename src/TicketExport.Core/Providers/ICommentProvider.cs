namespace TicketExport.Providers;

/// <summary>An ability of a provider: to add a comment to a ticket.</summary>
public interface ICommentProvider
{
    /// <summary>Adds a comment, once however often it is called with one id where <see cref="ProviderSheet.RepeatsComments"/> says so.</summary>
    Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken);
}
