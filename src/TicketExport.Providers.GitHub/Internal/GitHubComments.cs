using System.Globalization;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Adds comments, each at most once: its stamp is looked for in the ticket's comments first, since GitHub knows no key for it.</summary>
internal sealed class GitHubComments(GitHubClient client)
{
    // GitHub takes no more than 2,500 comments on an issue; a page has 50.
    private const int MaxPages = 60;

    // How far our clock may be ahead of GitHub's.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    private readonly GitHubSession _session = client.Session;

    public async Task<CommentOutcome> AddAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (GitHubPlace.Of(request.Ticket, _session.Settings) is not { } place)
        {
            return new CommentOutcome.Rejected(GitHubErrorMap.NoPlace);
        }

        var stamp = GitHubTicketMapper.CommentStampOf(request.CommentId);
        var listed = await GitHubMoves.SendAsync(
            client,
            place,
            at =>
            {
                place = at;
                return client.ListCommentsAsync(at, request.FirstTriedAt - ClockSkew, cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
        if (await FindAsync(listed, stamp, cancellationToken).ConfigureAwait(false) is { } settled)
        {
            return settled;
        }

        var result = await client.AddCommentAsync(place, GitHubTicketMapper.ToComment(request), cancellationToken).ConfigureAwait(false);
        return _session.Errors.Issues.ToComment(result, static answer =>
            answer.TryReadJson(GitHubJsonContext.Default.GitHubComment, out var comment) && comment.Id > 0 ? IdOf(comment) : null);
    }

    /// <returns>The comment that is there, or why the comments could not be read; <see langword="null"/> where it is not there.</returns>
    private async Task<CommentOutcome?> FindAsync(TicketHttpResult first, string stamp, CancellationToken cancellationToken)
    {
        var result = first;
        for (var page = 1; ; page++)
        {
            if (result is not TicketHttpResult.Answered { Answer: { IsSuccess: true } answer })
            {
                return Unread(result);
            }

            if (!answer.TryReadJson(GitHubJsonContext.Default.IReadOnlyListGitHubComment, out var comments))
            {
                return new CommentOutcome.Rejected(_session.Errors.Unreadable(answer));
            }

            if (comments.FirstOrDefault(comment => comment is { Id: > 0 } && comment.Body?.Contains(stamp, StringComparison.Ordinal) == true) is { } own)
            {
                return new CommentOutcome.Posted(IdOf(own));
            }

            var next = LinkHeader.ReadNext(answer, _session.Access);
            if (next is null || page >= MaxPages)
            {
                return next is not null ? new CommentOutcome.Rejected(GitHubErrorMap.TooManyPages(answer))
                    : GitHubPages.NamesNext(answer) ? new CommentOutcome.Rejected(GitHubErrorMap.PagesElsewhere(answer))
                    : null;
            }

            result = await client.GetPageAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    // Only a read failed, so the comment is proven not added.
    private CommentOutcome Unread(TicketHttpResult result) => _session.Errors.Issues.ToComment(result, static _ => null) switch
    {
        CommentOutcome.Unknown unknown => new CommentOutcome.Rejected(unknown.Fault),
        var outcome => outcome,
    };

    private static string IdOf(GitHubComment comment) => comment.Id.ToString(CultureInfo.InvariantCulture);
}
