using System.Collections.Concurrent;
using System.Globalization;
using TicketExport.Identity;
using TicketExport.Providers;

namespace TicketExport.Mock;

/// <summary>
/// A tracker that lives in this process: tickets <c>mock-TCK-1</c>, <c>mock-TCK-2</c> and so on, and a synthetic reply to each
/// comment. Contacts nothing, and forgets its tickets when the process ends.
/// </summary>
internal sealed class MockTicketProvider(TimeProvider time) : ITicketProvider, ICommentProvider
{
    private static readonly Uri Address = new("https://mock.example.test/tickets/");

    private readonly ConcurrentDictionary<TicketMarker, TicketReference> _tickets = new();
    private int _lastTicket;
    private int _lastComment;

    public ProviderSheet Sheet { get; } = new()
    {
        Key = MockDefaults.Key,
        DisplayName = "Mock",
        Kind = ProviderKind.Mock,
        Guarantee = GuaranteeClass.ConsistentLookup,
    };

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = MockDefaults.TicketPrefix + Next(ref _lastTicket);
        var ticket = new TicketReference { ProviderTicketId = id, ExternalIssueId = id, Url = new Uri(Address, id) };
        _tickets.TryAdd(request.Keys.Marker, ticket);
        return Task.FromResult<CreateOutcome>(new CreateOutcome.Created(ticket));
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<FindOutcome>(_tickets.TryGetValue(request.Keys.Marker, out var ticket)
            ? new FindOutcome.Found([ticket])
            : new FindOutcome.Absent(Proven: true));
    }

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var number = Next(ref _lastComment);
        var echo = new ExternalComment($"mock-echo-{number}", "Mock tracker", $"Echo: {request.Text}", time.GetUtcNow());
        return Task.FromResult<CommentOutcome>(new CommentOutcome.Posted($"mock-comment-{number}", echo));
    }

    private static string Next(ref int counter) => Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture);
}
