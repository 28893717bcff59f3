namespace TicketExport.Testing.Internal;

internal sealed class LinearIssue
{
    public required string Id { get; init; }

    public required string Workspace { get; init; }

    public required LinearTeam Team { get; set; }

    public required LinearState State { get; set; }

    public required int Number { get; set; }

    public required string Title { get; set; }

    public string Description { get; set; } = "";

    public string? Marker { get; init; }

    public int Priority { get; set; }

    public string? AssigneeId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public bool IsTrashed { get; set; }

    public bool IsPurged { get; set; }

    public bool IsForbidden { get; set; }

    public List<string> LabelIds { get; } = [];

    public List<string> PreviousIdentifiers { get; } = [];

    public List<string> Attachments { get; } = [];

    public List<FakeComment> Comments { get; } = [];

    public string Identifier => $"{Team.Key}-{Number}";

    public bool IsCalled(string key) => Id == key || Identifier == key || PreviousIdentifiers.Contains(key);
}
