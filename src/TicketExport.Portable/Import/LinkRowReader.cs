using TicketExport.Contract;
using TicketExport.Portable.Reading;
using TicketExport.Redaction;

namespace TicketExport.Portable.Import;

/// <summary>Makes a link of a row, or names everything that is wrong with it. Keeps the targets and the gate it has met.</summary>
internal sealed class LinkRowReader(ITicketTargetSource targets, IRedactionGate gate, PortableLinkRequest request)
{
    private readonly Dictionary<string, TicketTarget?> _known = new(StringComparer.Ordinal);

    public async ValueTask<LinkRow> ReadAsync(PortableRecord record, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var fields = record.ReadLink(problems);
        if (problems.IsEmpty && !fields.IsFilledIn)
        {
            return new(record.Number, record.Line);
        }

        var link = problems.IsEmpty ? LinkRowRules.Read(fields, request, problems) : null;
        var target = link is null ? null : await FindAsync(link.TargetId, cancellationToken).ConfigureAwait(false);
        if (link is not null && target is null)
        {
            problems.Add(fields.NameOf("target_id"), ContractRules.OneOf, "The account has no such target. Name one that exists, in the file or in PortableLinkRequest.TargetId.");
        }

        if (link is not null && target is not null)
        {
            LinkRowRules.CheckAddress(link, target, fields, problems);
            CheckSafe(fields, link.Ticket, problems);
        }

        return problems.IsEmpty
            ? new(record.Number, record.Line) { Link = link, Target = target }
            : new(record.Number, record.Line) { Link = link, Problems = problems.Drain() };
    }

    private async ValueTask<TicketTarget?> FindAsync(string targetId, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(targetId, out var target))
        {
            _known[targetId] = target = await targets.FindAsync(request.AccountId, targetId, cancellationToken).ConfigureAwait(false);
        }

        return target;
    }

    // What a person pasted is stored and shown for ever.
    private void CheckSafe(LinkFields fields, TicketReference ticket, ProblemList problems)
    {
        Check(LinkWords.TicketId, ticket.ProviderTicketId);
        Check(LinkWords.TicketKey, ticket.ExternalIssueId);
        Check(LinkWords.TicketUrl, ticket.Url?.OriginalString);

        void Check(string word, string? text)
        {
            foreach (var finding in text is null ? [] : gate.Inspect(word, text).Findings)
            {
                problems.Add(fields.NameOf(word), finding.RuleId, "Holds what must not be stored, such as a secret. Take it out of the row.");
            }
        }
    }
}
