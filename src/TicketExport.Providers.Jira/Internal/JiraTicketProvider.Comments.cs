using System.Globalization;
using System.Text.Json.Nodes;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : ICommentProvider
{
    // Jira takes no more than 5,000 comments on an issue; a page has 100.
    private const int MaxCommentPages = 50;

    // How far our clock may be ahead of Jira's.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new CommentOutcome.Rejected(fault!);
        }

        var id = request.Ticket.ProviderTicketId;
        if (await FindCommentAsync(settings, request, cancellationToken).ConfigureAwait(false) is { } settled)
        {
            return settled;
        }

        var comment = JiraTicketMapper.ToComment(settings, request);
        var result = await _client.CommentAsync(settings, id, comment, cancellationToken).ConfigureAwait(false);
        return Changes(settings).ToComment(result, static answer => answer.TryReadJson(JiraJsonContext.Default.JiraComment, out var comment) ? comment.Id : null);
    }

    /// <summary>Looks for the property of a comment whose answer was lost, from the newest comment back to when it can have been added.</summary>
    /// <returns>The comment that is there, or why that could not be read; <see langword="null"/> where it is not there.</returns>
    private async Task<CommentOutcome?> FindCommentAsync(JiraTargetSettings settings, AddCommentRequest request, CancellationToken cancellationToken)
    {
        var read = 0;
        for (var number = 1; number <= MaxCommentPages; number++)
        {
            var result = await _client.CommentsAsync(settings, request.Ticket.ProviderTicketId, read, cancellationToken).ConfigureAwait(false);
            var listed = PageOf(result);
            var page = listed;
            if (listed is not null && settings.IsCloud && Numbers(listed) is { Count: > 0 } numbers)
            {
                result = await _client.CommentPropertiesAsync(settings, new JsonObject { ["ids"] = numbers }, cancellationToken).ConfigureAwait(false);
                page = PageOf(result);
            }

            if (listed is null || page is null)
            {
                return Reads(settings).ToNotPosted(result) ?? new CommentOutcome.Rejected(Unreadable(result, settings));
            }

            var found = (page.Values ?? page.Comments ?? []).FirstOrDefault(comment => JiraTicketMapper.IsComment(comment, request.CommentId));
            if (RemoteText.IsId(found?.Id))
            {
                return new CommentOutcome.Posted(found.Id);
            }

            read += listed.Comments?.Length ?? 0;
            if (listed.Comments is not [.., var oldest] || read >= listed.Total || JiraReading.TimeOf(oldest.Created) < request.FirstTriedAt - ClockSkew)
            {
                return null;
            }
        }

        return new CommentOutcome.Rejected(TooManyComments);
    }

    private static JiraCommentPage? PageOf(TicketHttpResult result) =>
        result is TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } && answer.TryReadJson(JiraJsonContext.Default.JiraCommentPage, out var page) ? page : null;

    private static JsonArray Numbers(JiraCommentPage page) =>
        [.. (page.Comments ?? []).Select(static comment => long.TryParse(comment.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? JsonValue.Create(id) : null).OfType<JsonValue>()];

    private static ProviderFault TooManyComments => new()
    {
        Reason = FailureReason.Conflict,
        Message = "The issue has more comments than are read to see whether this one was added before. Nothing was sent; look at the issue.",
    };
}
