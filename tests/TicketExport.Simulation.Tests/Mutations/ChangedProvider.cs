using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Changes the sheet or an answer.</summary>
internal sealed class ChangedProvider(ITicketProvider inner) : ProviderDecorator(inner)
{
    public Func<ProviderSheet, ProviderSheet> OnSheet { get; init; } = static sheet => sheet;

    public Func<CreateOutcome, CreateOutcome> OnCreated { get; init; } = static outcome => outcome;

    public Func<FindOutcome, FindOutcome> OnFound { get; init; } = static outcome => outcome;

    public override ProviderSheet Sheet => OnSheet(Inner.Sheet);

    public override async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        OnCreated(await Inner.CreateAsync(request, cancellationToken));

    public override async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        OnFound(await Inner.FindAsync(request, cancellationToken));
}
