using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;
using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>
/// One seeded run: a few findings, a process that dies and comes back, and a tracker that loses replies, commits late, lags and pushes back. Over
/// real HTTP; only the ledger's time is made.
/// </summary>
internal sealed class AdapterWorld(AdapterFixture fixture, ManualClock clock, int seed) : IAsyncDisposable
{
    private const int Findings = 4;
    private const int Steps = 40;

#pragma warning disable CA5394 // A seeded run, not a secret.
    private readonly Random _random = new(seed);
    private readonly InMemoryExportLedger _ledger = new(clock);
    private readonly List<TaskCompletionSource> _late = [];
    private readonly List<string> _events = [];
    private CrashingLedger? _process;
    private AdapterHost? _host;

    /// <summary>Runs all steps, lets everything settle, and judges.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">There are two tickets of one finding, or one is lost.</exception>
    public async Task RunAsync()
    {
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync();
        }

        Commit();
        for (var round = 0; round < 40; round++)
        {
            Advance(TimeSpan.FromMinutes(1) + Sheet.SettleWindow);
            await GuardedAsync(() => Host.Dispatcher.RunOnceAsync(100));
        }

        for (var finding = 0; finding < Findings; finding++)
        {
            await JudgeAsync(finding);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private AdapterHost Host => _host ??= Start();

    private ProviderSheet Sheet => Host.Provider.Sheet;

    private bool MayStayUnknown => Sheet.Guarantee is GuaranteeClass.LaggingLookup or GuaranteeClass.NoLookup;

    private AdapterHost Start()
    {
        _process = new CrashingLedger(_ledger);
        return new AdapterHost(
            clock,
            builder => fixture.AddTarget(builder, AdapterHost.TargetId),
            services =>
            {
                services.AddSingleton(_ledger);
                services.AddSingleton<IExportLedger>(_process);
                services.AddSingleton<ICommentLedger>(_ledger);
                services.PostConfigure<TicketExportOptions>(static options => (options.MaxAttempts, options.RetryMaxDelay) = (100, TimeSpan.FromMinutes(5)));
            });
    }

    private async Task StepAsync()
    {
        switch (_random.Next(10))
        {
            case 0 or 1:
                Note(ArmFault());
                break;
            case 2:
                var (writes, isLost) = (_random.Next(4), _random.Next(2) == 0);
                Note($"the process dies after {writes} writes{(isLost ? ", the last one lost" : "")}");
                _ = Host;
                _process!.DieAfter(writes, isLost);
                break;
            case 3:
                Advance(TimeSpan.FromSeconds(_random.Next(1, 120)));
                break;
            case 4:
                Commit();
                break;
            case 5:
                Note("the worker runs");
                await GuardedAsync(() => Host.Dispatcher.RunOnceAsync(10));
                break;
            default:
                var finding = _random.Next(Findings);
                Note($"finding {finding} is exported");
                await GuardedAsync(() => Host.ExportAsync(DocumentOf(finding)));
                break;
        }
    }

    private string ArmFault()
    {
        switch (_random.Next(8))
        {
            case 0 or 1:
                fixture.Tracker.LoseNextReply();
                return "the next reply is lost";
            case 2:
                fixture.Tracker.DropBeforeCommit();
                return "the next request is cut";
            case 3:
                fixture.Tracker.CommitNextLate(LateCommit());
                return "the next create commits late";
            case 4:
                fixture.Tracker.AnswerNext(FakeHttpReply.Text(502, "oops", "text/plain"));
                return "the next create commits and is answered 502";
            case 5:
                fixture.Tracker.RateLimitNext(TimeSpan.FromSeconds(20), _random.Next(2) == 0 ? FakeTrackerCallKind.Create : FakeTrackerCallKind.Find);
                return "the next request meets a limit";
            case 6:
                fixture.Tracker.GarbageReply();
                return "the next create commits and is answered with garbage";
            default:
                fixture.Tracker.IndexLag = Sheet.Guarantee == GuaranteeClass.ConsistentLookup ? TimeSpan.Zero : Sheet.SettleWindow * _random.Next(3);
                return $"the index lags by {fixture.Tracker.IndexLag}";
        }
    }

    // Class B promises one ticket for what commits within its settle window, so there a late commit never outlives a move of the clock.
    private Task LateCommit()
    {
        if (Sheet.Guarantee == GuaranteeClass.ConsistentLookup && Sheet.SettleWindow == TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        var late = new TaskCompletionSource();
        _late.Add(late);
        return late.Task;
    }

    private void Commit()
    {
        Note("late commits arrive");
        _late.ForEach(static late => late.TrySetResult());
        _late.Clear();
    }

    private void Advance(TimeSpan by)
    {
        if (Sheet.Guarantee == GuaranteeClass.ConsistentLookup)
        {
            Commit();
        }

        Note($"{by} go by");
        clock.Advance(by);
    }

    private async Task GuardedAsync<T>(Func<Task<T>> run)
    {
        try
        {
            Note($"  {await run()}");
        }
        catch (SimulatedCrashException)
        {
            Note("  the process died");
            await _host!.DisposeAsync();
            _host = null;
        }
    }

    private async Task JudgeAsync(int finding)
    {
        var document = DocumentOf(finding);
        await DisposeAsync();
        _host = null;
        var result = await Host.ExportAsync(document);
        for (var round = 0; round < 40 && result.RetryAt is { } at && !result.HasTicket; round++)
        {
            Advance(TimeSpan.FromSeconds(1) + (at > clock.GetUtcNow() ? at - clock.GetUtcNow() : TimeSpan.Zero));
            result = await Host.ExportAsync(document);
        }

        var tickets = fixture.Tracker.Tickets.Where(ticket => ticket.Title == document.Title).ToArray();
        Assert.True(tickets.Length <= 1, Told($"Finding {finding} has {tickets.Length} tickets."));
        Assert.True(
            result.HasTicket || (MayStayUnknown && result.Status == ExportStatus.DeliveryUnknown),
            Told($"Finding {finding} ended as {result.Outcome} ({result.Failure?.Message})."));
        Assert.True(!result.HasTicket || fixture.TicketOf(result.Ticket!) == Assert.Single(tickets), Told($"Finding {finding} got another finding's ticket."));
    }

    private static Contract.TicketExportDocument DocumentOf(int finding) => AdapterDocuments.Of($"finding-{finding}");

    private void Note(string line) => _events.Add(line);

    private string Told(string what) => string.Create(CultureInfo.InvariantCulture, $"{what} Seed {seed}:\n{string.Join('\n', _events)}");
}
