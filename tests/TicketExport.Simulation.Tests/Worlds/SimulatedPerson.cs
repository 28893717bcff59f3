using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>
/// Somebody who looks at the tracker itself now and then, for exports that ask for it, and says what is true: which ticket there
/// is, or that there is none and none is on its way.
/// </summary>
internal sealed class SimulatedPerson(World world)
{
    private static readonly AuditStamp By = new("person", "Looked at the tracker itself.");

    public void Look(IEnumerable<string> findings)
    {
        if (!world.Tracker.IsIdle || world.Random.Next(4) != 0)
        {
            return;
        }

        foreach (var finding in findings)
        {
            foreach (var export in world.Oracles.AskingAPerson(finding).ToArray())
            {
                world.Trace(0, $"a person is asked for {finding}: {(world.Oracles.TicketOf(finding) is { } ticket ? Link(export, ticket) : Confirm(export))}");
            }
        }
    }

    private string Link(ExportRecord export, Ticket ticket)
    {
        var command = new LinkCommand.Link(export.Account, new TicketReference { ProviderTicketId = ticket.Id }, By)
        {
            Target = new TicketTarget { Id = export.TargetId, ProviderKey = export.ProviderKey },
            Source = export.Source,
            Fingerprint = export.Fingerprint,
            ReportId = export.ReportId,
            ExportId = export.ExportId,
        };
        return $"{world.Storage.Links.ChangeLinksAsync([command], CancellationToken.None).GetAwaiter().GetResult()[0].Outcome} to ticket {ticket.Id}";
    }

    private string Confirm(ExportRecord export)
    {
        var command = new DecisionCommand.ConfirmAbsent(export.Account.Id, export.ExportId, By);
        return $"no ticket, {world.Storage.Decisions.DecideAsync([command], CancellationToken.None).GetAwaiter().GetResult()[0].Outcome}";
    }
}
