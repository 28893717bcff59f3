using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Mock;

/// <summary>
/// A tracker that lives in this process: tickets <c>mock-TCK-1</c>, <c>mock-TCK-2</c> and so on, and a synthetic reply to each
/// comment. Contacts nothing, and forgets its tickets when the process ends.
/// </summary>
internal sealed class MockTicketProvider(TimeProvider time) :
    ITicketProvider, ICommentProvider, IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider, ITargetCheckProvider, IInboundProvider
{
    private static readonly Uri Address = new("https://mock.example.test/tickets/");

    private readonly ConcurrentDictionary<TicketMarker, TicketReference> _markers = new();
    private readonly ConcurrentDictionary<string, MockTicket> _tickets = new(StringComparer.Ordinal);
    private int _lastTicket;

    public ProviderSheet Sheet { get; } = new()
    {
        Key = MockDefaults.Key,
        DisplayName = "Mock",
        Kind = ProviderKind.Mock,
        Guarantee = GuaranteeClass.ConsistentLookup,
        ReferenceKind = ReferenceKind.Issue,
        RepeatsComments = true,
    };

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = MockDefaults.TicketPrefix + Next(ref _lastTicket);
        var ticket = new TicketReference { ProviderTicketId = id, ExternalIssueId = id, Url = new Uri(Address, id) };
        _markers.TryAdd(request.Keys.Marker, ticket);
        _tickets[id] = new MockTicket(ticket) { UpdatedAt = time.GetUtcNow() };
        return Task.FromResult<CreateOutcome>(new CreateOutcome.Created(ticket));
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<FindOutcome>(_markers.TryGetValue(request.Keys.Marker, out var ticket)
            ? new FindOutcome.Found([ticket])
            : new FindOutcome.Absent(Proven: true));
    }

    public Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<ReadOutcome>(_tickets.TryGetValue(request.Ticket.ProviderTicketId, out var ticket)
            ? new ReadOutcome.Read(new TicketSnapshot
            {
                RawStatus = ticket.IsClosed ? "closed" : "open",
                Status = ticket.IsClosed ? ProviderStatus.Done : ProviderStatus.Open,
                Reference = ticket.Reference,
                UpdatedAt = ticket.UpdatedAt,
            })
            : new ReadOutcome.Missing(Forgotten));
    }

    public Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Ticket, static ticket => ticket, cancellationToken);

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Ticket, static ticket => ticket with { IsClosed = true }, cancellationToken);

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Ticket, static ticket => ticket with { IsClosed = false }, cancellationToken);

    public Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<TargetCheckOutcome>(new TargetCheckOutcome.Connected("Mock tracker", ImmutableArray.Create("Mock board")));
    }

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mark = CommentMark.Of(request.CommentId)[CommentMark.Prefix.Length..];
        var echo = new ExternalComment($"mock-echo-{mark}", "Mock tracker", $"Echo: {request.Text}", time.GetUtcNow());
        return Task.FromResult<CommentOutcome>(new CommentOutcome.Posted($"mock-comment-{mark}", echo));
    }

    public InboundOutcome Read(InboundRequest request) => MockInbound.Read(request);

    private Task<ChangeOutcome> ChangeAsync(TicketReference asked, Func<MockTicket, MockTicket> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_tickets.TryGetValue(asked.ProviderTicketId, out var ticket))
        {
            if (_tickets.TryUpdate(asked.ProviderTicketId, change(ticket) with { UpdatedAt = time.GetUtcNow() }, ticket))
            {
                return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Changed(ticket.Reference));
            }
        }

        return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Missing(Forgotten));
    }

    private static ProviderFault Forgotten => new()
    {
        Reason = FailureReason.NotFound,
        Message = "The mock tracker has no such ticket; it forgets its tickets when the process ends.",
    };

    private static string Next(ref int counter) => Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture);
}
