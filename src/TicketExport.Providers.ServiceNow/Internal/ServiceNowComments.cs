using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Adds comments, each at most once: its mark is looked for in the record's journals first, since ServiceNow knows no key for it.</summary>
internal sealed class ServiceNowComments(ServiceNowClient client, ServiceNowSession session, TimeProvider time)
{
    public const string WorkNotes = "work_notes";
    public const string Comments = "comments";

    public async Task<CommentOutcome> AddAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        var (id, failed) = await new ServiceNowRecords(client, session).FindIdAsync(request.Ticket, cancellationToken).ConfigureAwait(false);
        var texts = failed ?? await client.ReadTextsAsync(session.Settings, id, cancellationToken).ConfigureAwait(false);
        if (session.Outcomes.ToNotPosted(texts) is { } refused)
        {
            return refused;
        }

        var mark = CommentMark.Of(request.CommentId);
        var answer = ((TicketHttpResult.Answered)texts).Answer;
        var record = ServiceNowAnswers.RecordOf(answer);
        if (record is null ? answer.BodyEnd == TicketHttpBodyEnd.Complete : !ServiceNowAnswers.IsAsked(record, request.Ticket))
        {
            return new CommentOutcome.Rejected(TicketHttpStatus.UnreadableOf(answer, session.Settings.Words));
        }

        id = record?.SysId ?? id;
        var isThere = IsIn(record, mark);
        if (isThere != false)
        {
            var (isRead, entry) = await FindAsync(id, mark, cancellationToken).ConfigureAwait(false);
            if (isThere is true || entry is not null)
            {
                return new CommentOutcome.Posted(entry ?? mark);
            }

            if (!isRead && IsRepeated(request))
            {
                return new CommentOutcome.Unknown(ServiceNowFaults.CommentUnproven);
            }
        }

        return await PostAsync(request, id, mark, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CommentOutcome> PostAsync(AddCommentRequest request, string id, string mark, CancellationToken cancellationToken)
    {
        var fields = ServiceNowTicketMapper.ToComment(request, session.Settings);
        var result = await client.ChangeAsync(session.Settings, id, fields, cancellationToken).ConfigureAwait(false);
        var outcome = session.Outcomes.ToComment(result, answer => ServiceNowAnswers.RecordOf(answer)?.SysId == id ? mark : null);
        if (outcome is not CommentOutcome.Posted)
        {
            return outcome;
        }

        // Without the right to read journals the mark stands for the entry's id.
        var (_, entry) = await FindAsync(id, mark, cancellationToken).ConfigureAwait(false);
        return new CommentOutcome.Posted(entry ?? mark);
    }

    /// <returns>Whether the journal could be read; and the id of the entry with the mark.</returns>
    private async Task<(bool IsRead, string? Entry)> FindAsync(string id, string mark, CancellationToken cancellationToken)
    {
        var result = await client.FindJournalAsync(session.Settings, id, mark, cancellationToken).ConfigureAwait(false);
        if (result is not TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } || ServiceNowAnswers.JournalOf(answer) is not { } entries)
        {
            return (false, null);
        }

        var entry = Array.Find(entries, entry => entry.ElementId == id && entry.Value?.Contains(mark, StringComparison.Ordinal) == true);
        return (entry is not null || (entries.Length == 0 && ServiceNowAnswers.CountOf(answer) == 0), entry?.SysId);
    }

    /// <returns><see langword="null"/> where the record does not show its journals, or is too long to be read.</returns>
    private static bool? IsIn(ServiceNowRecord? record, string mark)
    {
        if (new[] { record?.WorkNotes, record?.Comments }.Any(text => text?.Contains(mark, StringComparison.Ordinal) == true))
        {
            return true;
        }

        return record is { WorkNotes: not null, Comments: not null } ? false : null;
    }

    // A first try has nothing to look for.
    private bool IsRepeated(AddCommentRequest request) => request.FirstTriedAt is not { } first || time.GetUtcNow() - first > ServiceNowDefaults.Timeout;
}
