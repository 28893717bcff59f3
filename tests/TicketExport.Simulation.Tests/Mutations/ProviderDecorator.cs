using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>A provider that passes everything on; mutations change one thing.</summary>
internal abstract class ProviderDecorator(ITicketProvider inner) : ITicketProvider
{
    protected ITicketProvider Inner => inner;

    public virtual ProviderSheet Sheet => inner.Sheet;

    public virtual Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        inner.CreateAsync(request, cancellationToken);

    public virtual Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        inner.FindAsync(request, cancellationToken);
}
