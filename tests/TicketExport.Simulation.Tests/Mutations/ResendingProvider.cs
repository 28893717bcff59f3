using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Sends again by itself after a failure, as a host-wide resilience handler does.</summary>
internal sealed class ResendingProvider(ITicketProvider inner) : ProviderDecorator(inner)
{
    public override async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        await Inner.CreateAsync(request, cancellationToken) is var outcome and not CreateOutcome.Unknown
            ? outcome
            : await Inner.CreateAsync(request, cancellationToken);
}
