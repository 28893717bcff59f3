using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>An adapter that keeps the contract, over a way to the tracker that does not.</summary>
internal sealed class SimulatedProvider(World world, SimulatedWorker worker) : ITicketProvider
{
    public const string Key = "simulated";

    public ProviderSheet Sheet { get; } = new()
    {
        Key = Key,
        DisplayName = "Simulated",
        Guarantee = world.Plan.Profile.Guarantee,
        SettleWindow = world.Plan.Profile.SettleWindow,
        Timeout = world.Plan.Profile.Timeout,
    };

    /// <summary>Whether the marker travels inside the create request, as the contract demands.</summary>
    public bool CarriesMarker { get; init; } = true;

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        await world.ParkAsync(worker, "create leaves", world.Now, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var fault = world.DrawCreateFault();
        world.Trace(worker.Number, $"attempt {request.Attempt} at {request.Target.Id} meets {fault}");
        if (fault == TrackerFault.Refused)
        {
            return new CreateOutcome.NotSent(Fault(FailureReason.Unavailable));
        }

        world.Oracles.CreateArrives(request);
        var reply = Serve(request, fault);
        await world.ParkAsync(worker, "create answered", reply.At, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reply.Read();
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        await world.ParkAsync(worker, "find leaves", world.Now, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var fault = world.DrawFindFault();
        var outcome = fault switch
        {
            TrackerFault.None or TrackerFault.SlowReply => LookUp(request),
            TrackerFault.RateLimitedUntil => new FindOutcome.Failed(Fault(FailureReason.RateLimited), world.Now + world.DrawUpTo(World.LongestWait)),
            _ => new FindOutcome.Failed(Fault(FailureReason.Unavailable)),
        };
        world.Trace(worker.Number, $"look-up meets {fault}: {outcome.GetType().Name}");
        var delay = fault == TrackerFault.SlowReply ? world.DrawUpTo(TimeSpan.FromSeconds(60)) : TimeSpan.Zero;
        await world.ParkAsync(worker, "find answered", world.Now + delay, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome;
    }

    private Reply Serve(CreateTicketRequest request, TrackerFault fault)
    {
        var now = world.Now;
        switch (fault)
        {
            case TrackerFault.Dropped or TrackerFault.ErrorBeforeCommit:
                return new(now, static () => new CreateOutcome.Unknown(Fault(FailureReason.Unavailable)));
            case TrackerFault.RateLimited:
                return new(now, static () => new CreateOutcome.RateLimited(Fault(FailureReason.RateLimited), null));
            case TrackerFault.RateLimitedUntil:
                var until = now + world.DrawUpTo(World.LongestWait);
                world.Oracles.AskedToWait(request, until);
                return new(now, () => new CreateOutcome.RateLimited(Fault(FailureReason.RateLimited), until));
            case TrackerFault.Rejected:
                return new(now, static () => new CreateOutcome.Rejected(Fault(FailureReason.Validation)));
            case TrackerFault.LateCommit:
                return CommitLate(request, world.DrawLate(world.Plan.Profile.ServerTime));
            default:
                return Answer(Commit(request), fault);
        }
    }

    private Reply Answer(Ticket ticket, TrackerFault fault) => fault switch
    {
        TrackerFault.LostReply or TrackerFault.ErrorAfterCommit => new(world.Now, static () => new CreateOutcome.Unknown(Fault(FailureReason.Ambiguous))),
        TrackerFault.AdapterThrows => new(world.Now, static () => throw new InvalidDataException("Simulated: the answer cannot be read.")),
        TrackerFault.SlowReply => new(world.Now + world.DrawUpTo(TimeSpan.FromSeconds(90)), () => CreatedAs(ticket)),
        _ => new(world.Now, () => CreatedAs(ticket)),
    };

    private Reply CommitLate(CreateTicketRequest request, TimeSpan delay)
    {
        Ticket? ticket = null;
        world.Tracker.CommitLater(delay, () => ticket = Commit(request));
        return new(world.Now + delay + world.DrawUpTo(TimeSpan.FromSeconds(5)), () => CreatedAs(ticket!));
    }

    private Ticket Commit(CreateTicketRequest request) =>
        world.Tracker.Commit(request.Keys, CarriesMarker ? request.Keys.Marker.Value : null);

    private FindOutcome LookUp(FindTicketRequest request)
    {
        if (Sheet.Guarantee == GuaranteeClass.NativeIdempotency)
        {
            return new FindOutcome.Repeatable();
        }

        ImmutableArray<TicketReference> found = Sheet.Guarantee == GuaranteeClass.NoLookup
            ? []
            : [.. world.Tracker.Find(request.Keys.Marker.Value).Select(ReferenceOf)];
        return found.IsEmpty ? new FindOutcome.Absent(world.Plan.Profile.AbsenceIsProof) : new FindOutcome.Found(found);
    }

    private static CreateOutcome.Created CreatedAs(Ticket ticket) => new(ReferenceOf(ticket));

    private static TicketReference ReferenceOf(Ticket ticket) => new() { ProviderTicketId = ticket.Id };

    private static ProviderFault Fault(FailureReason reason) => new() { Reason = reason, Message = $"Simulated: {reason}." };
}
