using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers;

namespace TicketExport.Stores.Tests.Sqlite;

/// <summary>Yesterday's file in the place of today's, and a tracker that kept what was created in between.</summary>
public sealed class SqliteRestoreTests : IDisposable
{
    private const int Before = 5;
    private const int Lost = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly Tracker _tracker = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, Lost)]
    [Trait("Fault", "F113")]
    public async Task What_was_exported_after_the_backup_is_found_again_where_the_host_says_that_it_restored(bool says, int doubles)
    {
        await ExportAsync("ledger.db", 0, Before, restoredAt: null);
        BackUp();
        await ExportAsync("ledger.db", Before, Lost, restoredAt: null);

        var outcomes = await ExportAsync("backup.db", 0, Before + Lost + 1, says ? DateTimeOffset.UnixEpoch : null);

        Assert.Equal(Before + Lost + 1 + doubles, _tracker.Created);
        Assert.All(outcomes.Take(Before), static outcome => Assert.Equal(ExportOutcome.AlreadyExported, outcome));
        Assert.All(outcomes.Skip(Before).Take(Lost), outcome => Assert.Equal(says ? ExportOutcome.Adopted : ExportOutcome.Created, outcome));
        Assert.Equal(ExportOutcome.Created, outcomes[^1]);
    }

    private void BackUp()
    {
        using var from = new SqliteConnection($"Data Source={_folder.File("ledger.db")};Pooling=false");
        using var to = new SqliteConnection($"Data Source={_folder.File("backup.db")};Pooling=false");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private async Task<List<ExportOutcome>> ExportAsync(string file, int first, int count, DateTimeOffset? restoredAt)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITicketProvider>(_tracker);
        services.AddTicketExport(options => options.LedgerRestoredAt = restoredAt)
            .UseSqlite($"Data Source={_folder.File(file)}")
            .AddTarget("board", static target => (target.Provider, target.OwnershipConfirmed) = ("lasting", true));
        await using var provider = services.BuildServiceProvider();
        var outcomes = new List<ExportOutcome>();
        for (var number = first; number < first + count; number++)
        {
            outcomes.Add((await provider.GetRequiredService<ITicketExporter>().ExportAsync(RequestFor(number))).Outcome);
        }

        return outcomes;
    }

    private static ExportRequest RequestFor(int number) => new()
    {
        Account = new AccountScope { Id = "acme" },
        TargetId = "board",
        Document = new TicketExportDocument
        {
            Source = new TicketSource
            {
                Type = SourceTypes.ReportIssue,
                RecordId = number.ToString(CultureInfo.InvariantCulture),
                IssueId = number.ToString(CultureInfo.InvariantCulture),
                ReportId = "12",
                Title = "Finding",
                Severity = TicketSeverity.High,
                Category = "security",
                Status = "open",
                Fingerprint = $"finding-{number}",
            },
            Title = "Finding",
            Summary = "Something is wrong.",
            Priority = TicketPriority.High,
        },
    };

    private sealed class Tracker : ITicketProvider
    {
        private readonly ConcurrentDictionary<TicketMarker, TicketReference> _tickets = new();
        private int _created;

        public int Created => _created;

        public ProviderSheet Sheet { get; } = new() { Key = "lasting", DisplayName = "Lasting", Guarantee = GuaranteeClass.ConsistentLookup };

        public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
        {
            var id = Interlocked.Increment(ref _created).ToString(CultureInfo.InvariantCulture);
            var ticket = new TicketReference { ProviderTicketId = id, ExternalIssueId = $"KEY-{id}" };
            _tickets.TryAdd(request.Keys.Marker, ticket);
            return Task.FromResult<CreateOutcome>(new CreateOutcome.Created(ticket));
        }

        public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<FindOutcome>(_tickets.TryGetValue(request.Keys.Marker, out var ticket)
                ? new FindOutcome.Found([ticket])
                : new FindOutcome.Absent(Proven: true));
    }
}
