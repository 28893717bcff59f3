using System.Globalization;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Core.Tests.Sync;

/// <summary>A tracker that tells of three tickets at once, and of its third ticket only that it is gone.</summary>
internal sealed class BatchProvider : ITicketProvider, IStatusBatchProvider
{
    private readonly List<int> _batches = [];
    private int _last;

    public ProviderSheet Sheet { get; } = new() { Key = "batch", DisplayName = "Batch", Guarantee = GuaranteeClass.NativeIdempotency };

    public int MaxTickets => 3;

    public int[] Batches => [.. _batches];

    public int Single { get; private set; }

    public bool CanReadMany(TicketTarget target) => true;

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<CreateOutcome>(new CreateOutcome.Created(new TicketReference { ProviderTicketId = (++_last).ToString(CultureInfo.InvariantCulture) }));

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: true));

    public Task<ReadManyOutcome> ReadManyAsync(ReadTicketsRequest request, CancellationToken cancellationToken)
    {
        _batches.Add(request.Tickets.Length);
        return Task.FromResult<ReadManyOutcome>(new ReadManyOutcome.Read([.. request.Tickets.Select(static ticket => ticket.ProviderTicketId == "3" ? null : SnapshotOf(ticket))]));
    }

    public Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        Single++;
        return Task.FromResult<ReadOutcome>(request.Ticket.ProviderTicketId == "3"
            ? new ReadOutcome.Missing(new ProviderFault { Reason = FailureReason.NotFound, Message = "The tracker has no such ticket." })
            : new ReadOutcome.Read(SnapshotOf(request.Ticket)));
    }

    private static TicketSnapshot SnapshotOf(TicketReference ticket) => new() { RawStatus = "open", Status = ProviderStatus.Open, Reference = ticket };
}
