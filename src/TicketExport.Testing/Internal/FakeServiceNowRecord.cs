using System.Collections.Immutable;

namespace TicketExport.Testing.Internal;

internal sealed class FakeServiceNowRecord
{
    public required string SysId { get; init; }

    public required string Number { get; init; }

    public required string Table { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }

    public int ModCount { get; private set; }

    /// <summary>The values of its fields, but for those that the instance makes.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<FakeServiceNowEntry> Journal { get; set; } = [];

    public bool IsDeleted { get; set; }

    public bool IsForbidden { get; set; }

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    public void Touch(string user, DateTimeOffset now)
    {
        (UpdatedBy, UpdatedAt) = (user, now);
        ModCount++;
    }
}
