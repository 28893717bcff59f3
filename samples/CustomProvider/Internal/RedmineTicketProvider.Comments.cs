using TicketExport.Http;
using TicketExport.Providers;

namespace CustomProvider.Internal;

internal sealed partial class RedmineTicketProvider : ICommentProvider
{
    // Redmine neither answers with the note's id nor knows a repeated one: the stamp inside it tells both.
    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new CommentOutcome.Rejected(problems[0].ToFault());
        }

        var id = request.Ticket.ProviderTicketId;
        var stamp = RedmineTicketMapper.StampOf(request);
        var before = await _client.ReadWithNotesAsync(settings, id, cancellationToken).ConfigureAwait(false);
        var earlier = _errors.Outcomes.ToComment(before, answer => NoteIn(answer, stamp));
        if (earlier is CommentOutcome.Posted || _errors.Outcomes.ToNotChanged(before) is not null)
        {
            return earlier is CommentOutcome.Unknown unread ? new CommentOutcome.Rejected(unread.Fault) : earlier;
        }

        var note = RedmineTicketMapper.ToNote(request.Text, stamp, settings);
        var result = await _client.ChangeAsync(settings, id, note, cancellationToken).ConfigureAwait(false);
        var written = _errors.Outcomes.ToComment(result, _ => stamp);
        if (written is not CommentOutcome.Posted)
        {
            return written;
        }

        var after = await _client.ReadWithNotesAsync(settings, id, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToComment(after, answer => NoteIn(answer, stamp)) switch
        {
            CommentOutcome.Rejected unread => new CommentOutcome.Unknown(unread.Fault),
            var outcome => outcome,
        };
    }

    private static string? NoteIn(TicketHttpAnswer answer, string stamp) =>
        RedmineErrorMap.ReadIssue(answer)?.Journals.FirstOrDefault(journal => journal.Notes?.Contains(stamp, StringComparison.Ordinal) == true) is { } note
            ? $"{note.Id}"
            : null;
}
