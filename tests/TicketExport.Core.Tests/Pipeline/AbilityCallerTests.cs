using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Core.Tests.Policies;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Core.Tests.Pipeline;

public sealed class AbilityCallerTests
{
    private static readonly TicketReference Ticket = ScriptedProvider.Ticket("1");
    private static readonly TicketTarget Target = new() { Id = "board", ProviderKey = "able" };

    [Fact]
    public async Task An_exception_of_an_adapter_is_a_failed_read_an_unknown_change_and_quotes_nothing()
    {
        await using var harness = new ExporterHarness();
        var provider = new AbleProvider { Throws = new InvalidOperationException("token=s3cret") };

        var read = Assert.IsType<ReadOutcome.Failed>(await ReadAsync(harness, provider));
        var change = Assert.IsType<ChangeOutcome.Unknown>(await CloseAsync(harness, provider));

        Assert.All([read.Fault.Message, change.Fault.Message], static message => Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal));
        Assert.Equal((FailureReason.Unknown, FailureReason.Ambiguous), (read.Fault.Reason, change.Fault.Reason));
    }

    [Fact]
    public async Task A_deadline_ends_a_call_and_says_after_how_long()
    {
        await using var harness = new ExporterHarness();
        var provider = new AbleProvider { Hangs = true };

        var reading = ReadAsync(harness, provider);
        var closing = CloseAsync(harness, provider);
        harness.Time.Advance(TimeSpan.FromSeconds(5));

        var read = Assert.IsType<ReadOutcome.Failed>(await reading);
        Assert.Equal((FailureReason.Timeout, FailureReason.Ambiguous), (read.Fault.Reason, Assert.IsType<ChangeOutcome.Unknown>(await closing).Fault.Reason));
        Assert.Contains("No answer within 5 s.", read.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_tracker_answers_is_cleaned_before_anybody_sees_it()
    {
        await using var harness = new ExporterHarness();
        var provider = new AbleProvider
        {
            Snapshot = new TicketSnapshot
            {
                RawStatus = " Do\u200bne\r\n\ud800" + new string('x', 500),
                Status = (ProviderStatus)77,
                Reference = new TicketReference { ProviderTicketId = "another", ExternalIssueId = "KEY-2", Url = new Uri("javascript:alert(1)") },
            },
            Changed = new TicketReference { ProviderTicketId = "bad\0id" },
        };

        var read = Assert.IsType<ReadOutcome.Read>(await ReadAsync(harness, provider)).Ticket;

        Assert.StartsWith("Done \ufffdxx", read.RawStatus, StringComparison.Ordinal);
        Assert.InRange(read.RawStatus.Length, 100, 200);
        Assert.Equal((ProviderStatus.Unknown, "1", "KEY-2", null), (read.Status, read.Reference.ProviderTicketId, read.Reference.ExternalIssueId, read.Reference.Url));
        Assert.Equal(Ticket, Assert.IsType<ChangeOutcome.Changed>(await CloseAsync(harness, provider)).Ticket);
    }

    [Fact]
    public async Task The_mock_tracker_has_every_ability()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.AddMock("toy").AddTarget("toy", static target =>
        {
            target.OnDuplicate = DuplicatePolicy.UpdateExisting;
            target.OnClosedTicket = ClosedTicketPolicy.Reopen;
        }));
        var provider = host.Service<IEnumerable<ITicketProvider>>().Single(static provider => provider.Sheet.Key == "mock");
        var created = await host.Exporter.ExportAsync(Documents.RequestFor("toy"));
        var request = new CloseTicketRequest
        {
            Account = new AccountScope { Id = "acme" },
            Target = new TicketTarget { Id = "toy", ProviderKey = "mock" },
            Credential = new TicketCredential([]),
            Ticket = created.Ticket!,
        };
        Assert.IsType<ChangeOutcome.Changed>(await ((ICloseProvider)provider).CloseAsync(request, default));
        Assert.Equal(ProviderStatus.Done, (await host.SyncAsync(created)).Sync!.Status);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var updated = await host.Exporter.ExportAsync(Documents.RequestFor("toy", TrackerHarness.Renamed("Newer")));

        Assert.Equal((ExportOutcome.UpdatedExisting, ProviderStatus.Open), (updated.Outcome, (await host.StoredAsync(created))!.Status));
        Assert.IsType<TargetCheckOutcome.Connected>(await ((ITargetCheckProvider)provider).CheckAsync(
            new CheckTargetRequest { AccountId = "acme", Target = request.Target, Credential = request.Credential },
            default));
        var unknown = request with { Ticket = ScriptedProvider.Ticket("none") };
        Assert.IsType<ChangeOutcome.Missing>(await ((ICloseProvider)provider).CloseAsync(unknown, default));
    }

    [Fact]
    [Trait("Behaviour", "S15")]
    public async Task Every_provider_says_what_its_tickets_are()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.AddMock());

        Assert.All(host.Service<IEnumerable<ITicketProvider>>(), static provider => Assert.NotEqual(ReferenceKind.Unknown, provider.Sheet.ReferenceKind));
    }

    private static Task<ReadOutcome> ReadAsync(ExporterHarness harness, AbleProvider provider) => harness.Service<AbilityCaller>().CallAsync(
        provider,
        AbilityCalls.Read(provider, new ReadTicketRequest { Account = new AccountScope { Id = "acme" }, Target = Target, Credential = new TicketCredential([]), Ticket = Ticket }),
        TimeSpan.FromSeconds(5),
        default);

    private static Task<ChangeOutcome> CloseAsync(ExporterHarness harness, AbleProvider provider) => harness.Service<AbilityCaller>().CallAsync(
        provider,
        AbilityCalls.Close(provider, new CloseTicketRequest { Account = new AccountScope { Id = "acme" }, Target = Target, Credential = new TicketCredential([]), Ticket = Ticket }),
        TimeSpan.FromSeconds(5),
        default);

    private sealed class AbleProvider : ITicketProvider, IStatusProvider, ICloseProvider
    {
        public Exception? Throws { get; init; }

        public bool Hangs { get; init; }

        public TicketSnapshot? Snapshot { get; init; }

        public TicketReference? Changed { get; init; }

        public ProviderSheet Sheet { get; } = new() { Key = "able", DisplayName = "Able", Guarantee = GuaranteeClass.ConsistentLookup };

        public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
        {
            await ActAsync(cancellationToken);
            return new ReadOutcome.Read(Snapshot!);
        }

        public async Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken)
        {
            await ActAsync(cancellationToken);
            return new ChangeOutcome.Changed(Changed!);
        }

        private async Task ActAsync(CancellationToken cancellationToken)
        {
            if (Throws is not null)
            {
                throw Throws;
            }

            if (Hangs)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }
        }
    }
}
