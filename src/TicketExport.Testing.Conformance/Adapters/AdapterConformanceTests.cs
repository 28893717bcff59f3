using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>Holds an adapter to the contract of <see cref="ITicketProvider"/> and of every ability that it implements, over real HTTP on loopback.</summary>
/// <remarks>
/// Derive a public class from it in an xunit test project and start a fake of the tracker in <see cref="StartAsync"/>. Each fact gets a fixture of its
/// own and a clock that moves only when the fact says so. Facts of an ability run when <see cref="AdapterFixture.Abilities"/> names it.
/// </remarks>
public abstract partial class AdapterConformanceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly List<IAsyncDisposable> _started = [];

    /// <summary>Starts the fixture of one fact; its tracker tells the time by the given clock.</summary>
    protected abstract Task<AdapterFixture> StartAsync(TimeProvider time);

    /// <summary>Starts fixture and host.</summary>
    public virtual async Task InitializeAsync()
    {
        Fixture = await StartFixtureAsync();
        Host = HostOf(Fixture);
    }

    /// <summary>Stops host and fixture.</summary>
    public virtual async Task DisposeAsync()
    {
        foreach (var started in Enumerable.Reverse(_started))
        {
            await started.DisposeAsync();
        }

        _started.Clear();
    }

    private protected AdapterFixture Fixture { get; private set; } = null!;

    private protected AdapterHost Host { get; private set; } = null!;

    private protected FakeTrackerServer Tracker => Fixture.Tracker;

    private protected ProviderSheet Sheet => Host.Provider.Sheet;

    private protected async Task<AdapterFixture> StartFixtureAsync()
    {
        var fixture = await StartAsync(_clock);
        _started.Add(fixture);
        return fixture;
    }

    private protected AdapterHost HostOf(AdapterFixture fixture) => HostOf(builder => fixture.AddTarget(builder, AdapterHost.TargetId));

    private protected AdapterHost HostOf(Action<TicketExportBuilder> addTargets, Action<IServiceCollection>? configure = null)
    {
        var host = new AdapterHost(_clock, addTargets, configure);
        _started.Add(host);
        return host;
    }

    /// <summary>The one gate of facts about an ability: whether the adapter has it and the fact has a place at its tracker.</summary>
    private protected bool Requires<TAbility>([NotNullWhen(true)] out TAbility? ability, [CallerMemberName] string fact = "")
        where TAbility : class
    {
        ability = null;
        return Applies(fact)
            && Fixture.Abilities.Contains(typeof(TAbility))
            && (ability = Assert.IsAssignableFrom<TAbility>(Host.Provider)) is not null;
    }

    /// <summary>The same for facts that every adapter meets unless its fixture gives a reason.</summary>
    private protected bool Applies([CallerMemberName] string fact = "") => !Fixture.LeftOut.ContainsKey(fact);

    /// <summary>The same for facts about a look-up: class A needs none, and class D has none.</summary>
    private protected bool RequiresLookUp([CallerMemberName] string fact = "") =>
        Applies(fact) && Sheet.Guarantee is GuaranteeClass.ConsistentLookup or GuaranteeClass.LaggingLookup;

    /// <summary>Exports again whenever the result says that it is time, until nothing is left to wait for.</summary>
    private protected async Task<ExportResult> SettleAsync(AdapterHost host, TicketExportDocument? document = null)
    {
        var result = await host.ExportAsync(document);
        for (var round = 0; round < 30 && result.RetryAt is { } at && !result.HasTicket; round++)
        {
            var wait = at - _clock.GetUtcNow();
            _clock.Advance((wait > TimeSpan.Zero ? wait : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1));
            result = await host.ExportAsync(document);
        }

        return result;
    }

    private protected async Task<TicketReference> CreatedAsync(TicketExportDocument? document = null) =>
        Assert.IsType<CreateOutcome.Created>(await Host.CreateAsync(document)).Ticket;

    private protected static ProviderFault FaultOf(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Rejected rejected => rejected.Fault,
        CreateOutcome.NotSent notSent => notSent.Fault,
        CreateOutcome.RateLimited limited => limited.Fault,
        CreateOutcome.Unknown unknown => unknown.Fault,
        _ => throw Xunit.Sdk.FailException.ForFailure("A ticket was reported where none can be known of."),
    };

    private static FakeHttpReply NewGarbage(int number) => number switch
    {
        0 => FakeHttpReply.Text(201, "{\"id\":", "application/json"),
        1 => FakeHttpReply.Text(201, "", "application/json"),
        2 => FakeHttpReply.Text(200, "null", "application/json"),
        3 => FakeHttpReply.Text(201, "{}", "application/json"),
        4 => FakeHttpReply.Text(200, "[]", "application/json"),
        5 => FakeHttpReply.Text(200, "ok", "text/plain"),
        6 => FakeHttpReply.Text(201, "{\"id\":{},\"key\":[],\"number\":\"x\",\"data\":7}", "application/json"),
        7 => FakeHttpReply.Text(201, "{\"id\":\"\\ud800\",\"key\":\"a\\r\\nb\",\"number\":1e400}", "application/json"),
        _ => FakeHttpReply.Empty(204),
    };
}
