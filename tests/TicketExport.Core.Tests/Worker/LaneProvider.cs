using System.Collections.Concurrent;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Worker;

/// <summary>A provider whose answer a test chooses per request; counts what it was asked.</summary>
internal sealed class LaneProvider : ITicketProvider
{
    private int _number;
    private int _running;
    private int _most;

    public ProviderSheet Sheet { get; } = new()
    {
        Key = "lane",
        DisplayName = "Lane",
        Guarantee = GuaranteeClass.ConsistentLookup,
        SettleWindow = TimeSpan.FromSeconds(1),
    };

    public Func<CreateTicketRequest, CancellationToken, Task<CreateOutcome>>? Act { get; set; }

    public Func<FindOutcome> Look { get; set; } = static () => new FindOutcome.Absent(Proven: true);

    public ConcurrentQueue<CreateTicketRequest> Creates { get; } = new();

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MostAtOnce => Volatile.Read(ref _most);

    public CreateOutcome Created() => new CreateOutcome.Created(ScriptedProvider.Ticket($"{Interlocked.Increment(ref _number)}"));

    public int CreatesAt(string target) => Creates.Count(create => create.Target.Id == target);

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        var running = Interlocked.Increment(ref _running);
        for (var most = MostAtOnce; running > most && Interlocked.CompareExchange(ref _most, running, most) != most; most = MostAtOnce)
        {
        }

        Creates.Enqueue(request);
        try
        {
            await Task.Yield();
            return Act is null ? Created() : await Act(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) => Task.FromResult(Look());
}
