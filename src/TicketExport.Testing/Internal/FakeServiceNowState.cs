using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace TicketExport.Testing.Internal;

// What the instance holds. Guarded by the server's own lock.
internal sealed class FakeServiceNowState(FakeServiceNowOptions options, Func<Uri> address)
{
    private const int FirstNumber = 10_000;

    private readonly List<FakeServiceNowRecord> _records = [];

    public IReadOnlyList<FakeServiceNowRecord> Records => _records;

    public bool CanReadRecords { get; set; } = true;

    public bool CanReadJournal { get; set; } = true;

    public bool CanReadUsers { get; set; } = true;

    public bool ShowsJournals { get; set; } = true;

    public bool HasCorrelation { get; set; } = true;

    public bool InvalidQueriesFindNothing { get; set; }

    public bool HasUniqueCorrelation { get; set; }

    public ImmutableDictionary<string, string> DemandedFields { get; set; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<string> RefusedStates { get; set; } = [];

    public string UserName => options.UserName;

    public Uri Address => address();

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public bool IsTable(string name) => FakeServiceNowTables.IsShipped(name) || name == options.OwnTable;

    public bool IsField(string name) => FakeServiceNowTables.IsField(name) && (HasCorrelation || !name.StartsWith("correlation_", StringComparison.Ordinal));

    public bool IsShown(FakeServiceNowRecord record) => CanReadRecords && !record.IsForbidden;

    /// <summary>By number or sys_id.</summary>
    public FakeServiceNowRecord? Find(string key) => _records.Find(record => record.Number == key || record.SysId == key);

    public FakeServiceNowRecord? Find(string table, string sysId) => _records.Find(record => record.Table == table && record.SysId == sysId && !record.IsDeleted);

    public IEnumerable<FakeServiceNowRecord> Of(string table) => _records.Where(record => record.Table == table && !record.IsDeleted);

    public FakeServiceNowRecord Add(string table)
    {
        var record = new FakeServiceNowRecord
        {
            SysId = NewId(),
            Number = string.Create(CultureInfo.InvariantCulture, $"{FakeServiceNowTables.PrefixOf(table)}{FirstNumber + _records.Count + 1:0000000}"),
            Table = table,
            CreatedBy = UserName,
            CreatedAt = Now,
            UpdatedAt = Now,
            UpdatedBy = UserName,
        };
        record.Fields["state"] = FakeServiceNowTables.FirstStateOf(table);
        _records.Add(record);
        return record;
    }

    public void AddEntry(FakeServiceNowRecord record, string element, string text, string user) =>
        record.Journal = record.Journal.Add(new(NewId(), element, text, user, Now));

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public FakeTicket ToTicket(FakeServiceNowRecord record) => new()
    {
        Id = record.SysId,
        Key = record.Number,
        Url = new Uri(Address, $"nav_to.do?uri={record.Table}.do%3Fsys_id%3D{record.SysId}"),
        Title = record.Field("short_description"),
        Body = record.Field("description"),
        Marker = record.Field("correlation_id") is { Length: > 0 } marker ? marker : null,
        Labels = [],
        Priority = FakeServiceNowProjection.PriorityOf(record),
        CreatedAt = record.CreatedAt,
        UpdatedAt = record.UpdatedAt,
        Status = record.Field("state"),
        Comments = [.. record.Journal.Select(static entry => new FakeComment(entry.SysId, entry.Value, entry.CreatedAt))],
        IsDeleted = record.IsDeleted,
        IsForbidden = record.IsForbidden,
    };
}
