using TicketExport.Providers;

namespace TicketExport.Portable;

/// <summary>A tracker whose credentials are revoked until a test renews them.</summary>
internal sealed class RefusingProvider : ITicketProvider
{
    public bool IsRenewed { get; set; }

    public int Creates { get; private set; }

    public ProviderSheet Sheet { get; } = new() { Key = "refusing", DisplayName = "Refusing", Guarantee = GuaranteeClass.ConsistentLookup };

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        Creates++;
        return Task.FromResult<CreateOutcome>(IsRenewed
            ? new CreateOutcome.Created(new TicketReference { ProviderTicketId = "7" })
            : new CreateOutcome.Rejected(new ProviderFault { Reason = FailureReason.Authentication, Message = "The token is revoked." }));
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: true));
}
