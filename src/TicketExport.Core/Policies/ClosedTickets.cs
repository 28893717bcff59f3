using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>Carries out the policy for a closed ticket, under the claim on it.</summary>
internal sealed class ClosedTickets(ILinkLedger links, StatusReader reader, TicketChanger changer, FoundAgainComments comments)
{
    private static readonly AuditStamp ByPolicy = new(
        "policy:OnClosedTicket",
        "The finding was found again and its ticket was closed, as a read just showed; the target asks for a new ticket then.");

    /// <returns>The answer, or <see langword="null"/> when the ticket was unlinked and the source may have a new one.</returns>
    public async Task<ExportResult?> AnswerAsync(TicketChange change, bool isProven, CancellationToken cancellationToken) =>
        change.Export.Target.OnClosedTicket switch
        {
            ClosedTicketPolicy.Reopen when isProven => await ReopenAsync(change, cancellationToken).ConfigureAwait(false),
            ClosedTicketPolicy.Comment when isProven => await comments.AddAsync(change, cancellationToken).ConfigureAwait(false),
            ClosedTicketPolicy.NewGeneration when isProven => await UnlinkAsync(change, cancellationToken).ConfigureAwait(false),
            _ => await BlockAsync(change, cancellationToken).ConfigureAwait(false),
        };

    private async Task<ExportResult> ReopenAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (await changer.ReopenAsync(change, cancellationToken).ConfigureAwait(false) is { } failed)
        {
            return failed;
        }

        // The stored word would say "closed" until somebody reads again.
        if (changer.BudgetOf(change) is { } budget)
        {
            await reader.ReadAsync(change.Link, budget, CancellationToken.None).ConfigureAwait(false);
        }

        return await changer.StandOrUpdateAsync(change, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExportResult?> UnlinkAsync(TicketChange change, CancellationToken cancellationToken)
    {
        var unlink = new LinkCommand.Unlink(change.Holder.Account.Id, change.Holder.ExportId, ByPolicy);
        var results = await links.ChangeLinksAsync([unlink], cancellationToken).ConfigureAwait(false);
        await changer.ReleaseAsync(change).ConfigureAwait(false);
        return results[0].Outcome is LinkOutcome.Unlinked or LinkOutcome.NotLinked ? null : Results.AlreadyExported(change.Holder);
    }

    private async Task<ExportResult> BlockAsync(TicketChange change, CancellationToken cancellationToken)
    {
        await changer.ReleaseAsync(change).ConfigureAwait(false);
        var known = await reader.FindAsync(change.Link.Export, cancellationToken).ConfigureAwait(false);
        return Results.AlreadyExported(change.Holder, Answers.Duplicate(change.Holder, known));
    }
}
