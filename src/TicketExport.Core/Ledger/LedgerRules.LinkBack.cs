using TicketExport.Identity;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    private const string Placeholder = "webhook:";

    /// <summary>The reference that an export has while its receiver took it and named no ticket.</summary>
    public static string PlaceholderOf(IdempotencyKey key) => Placeholder + key.Value;

    /// <summary>Decides on naming the ticket that a receiver made of an export.</summary>
    public static LinkChange LinkBack(LinkCommand.LinkBack command, LinkSituation? situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Refusal(situation, now) is { } refusal)
        {
            return new(refusal);
        }

        var export = situation!.Entry.Export;
        var linked = export.Ticket!.ProviderTicketId;
        if (linked == command.Ticket.ProviderTicketId)
        {
            return new(new LinkResult(LinkOutcome.AlreadyLinked, export));
        }

        if (linked != PlaceholderOf(command.Key))
        {
            return new(new LinkResult(LinkOutcome.Conflict, export));
        }

        var written = Retied(situation.Entry, command.Ticket, now);
        return new(new LinkResult(LinkOutcome.Linked, written.Export))
        {
            Write = written,
            Audit = AuditOf(command, AuditAction.LinkedBack, export, now) with
            {
                TicketId = command.Ticket.ProviderTicketId,
                FormerTicketId = linked,
            },
        };
    }
}
