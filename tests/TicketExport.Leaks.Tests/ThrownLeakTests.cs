using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Providers;

namespace TicketExport.Leaks.Tests;

/// <summary>Exceptions that quote a secret, out of adapters and out of the host's own sources.</summary>
public sealed class ThrownLeakTests
{
    private static readonly Canary Secret = Canary.Shapeless("quoted secret");

    [Theory]
    [InlineData("create")]
    [InlineData("find")]
    [InlineData("check")]
    [Trait("Fault", "F195")]
    [Trait("Claim", "T12")]
    [Trait("Fault", "F204")]
    public async Task What_an_adapter_throws_is_known_by_its_type_alone(string where)
    {
        await using var scene = new LeakScene(builder => builder.AddProvider<ThrowingProvider>().AddTarget("board", static target =>
        {
            target.Provider = "throwing";
            target.OwnershipConfirmed = true;
        }));
        var provider = scene.Service<IEnumerable<ITicketProvider>>().OfType<ThrowingProvider>().Single();
        _ = scene.Service<IOptionsMonitor<TicketExportOptions>>().CurrentValue;
        provider.Where = where;

        var result = await scene.ExportAsync(Findings.RequestFor("board"));
        await scene.RunAsync(Findings.RequestFor("board", id: "43"));

        Assert.Contains(nameof(FormatException), result.Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Leaks(Secret));
    }

    [Fact]
    [Trait("Fault", "F14")]
    [Trait("Fault", "F195")]
    [Trait("Claim", "T12")]
    public async Task What_a_source_of_the_host_throws_reaches_the_host_alone()
    {
        await using var scene = new LeakScene(builder =>
        {
            builder.AddMock();
            builder.Services.AddSingleton<ITicketCredentialSource, ThrowingSource>();
        });

        var thrown = await Assert.ThrowsAsync<FormatException>(() => scene.Exporter.ExportAsync(Findings.RequestFor("mock")));
        ThrowingSource.IsQuiet = true;
        await scene.Exporter.EnqueueAsync(Findings.RequestFor("mock"));
        ThrowingSource.IsQuiet = false;
        var report = scene.Watch.Result(await scene.Service<Worker.ITicketExportDispatcher>().RunOnceAsync(10));

        Assert.Equal((Secret.Value, 1), (thrown.Message, report.Taken));
        Assert.Empty(scene.Leaks(Secret));
    }

    [Fact]
    [Trait("Behaviour", "S377")]
    [Trait("Claim", "T12")]
    public async Task A_document_that_is_stopped_leaves_no_trace()
    {
        var leaked = Canary.GitHubToken("token in the payload");
        await using var scene = new LeakScene(static builder => builder.AddMock());

        var result = await scene.ExportAsync(Findings.RequestFor("mock", $"Seen: {leaked.Value}"));
        await scene.RunAsync(Findings.RequestFor("mock", $"Seen: {leaked.Value}", id: "43"));

        Assert.Equal(ExportCodes.UnsafeContent, result.Failure!.Code);
        Assert.Empty(scene.Leaks(leaked));
    }

    private sealed class ThrowingProvider : ITicketProvider, ITargetRules
    {
        public string Where { get; set; } = "";

        public ProviderSheet Sheet { get; } = new() { Key = "throwing", DisplayName = "Throwing", Guarantee = GuaranteeClass.ConsistentLookup };

        public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) => Where == "find"
            ? Task.FromResult<CreateOutcome>(new CreateOutcome.Unknown(new ProviderFault { Reason = FailureReason.Ambiguous, Message = "No answer." }))
            : throw new FormatException(Secret.Value);

        public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) => throw new FormatException(Secret.Value);

        public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential) => Where == "check" ? throw new FormatException(Secret.Value) : [];
    }

    private sealed class ThrowingSource : ITicketCredentialSource
    {
        public static bool IsQuiet { get; set; }

        public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
            IsQuiet ? Task.FromResult<TicketCredential?>(null) : throw new FormatException(Secret.Value);
    }
}
