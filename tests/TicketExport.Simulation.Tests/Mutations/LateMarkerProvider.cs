using TicketExport.Providers;
using TicketExport.Simulation.Tests.Worlds;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Creates the ticket bare and stamps the marker by a second call.</summary>
internal sealed class LateMarkerProvider(SimulatedWorker worker) : ProviderDecorator(new SimulatedProvider(worker.World, worker) { CarriesMarker = false })
{
    public override async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        var outcome = await Inner.CreateAsync(request, cancellationToken);
        if (outcome is CreateOutcome.Created created)
        {
            await worker.World.ParkAsync(worker, "stamp leaves", worker.World.Now, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            worker.World.Tracker.Tickets.Single(ticket => ticket.Id == created.Ticket.ProviderTicketId).Marker = request.Keys.Marker.Value;
        }

        return outcome;
    }
}
