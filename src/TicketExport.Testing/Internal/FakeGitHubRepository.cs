namespace TicketExport.Testing.Internal;

internal sealed class FakeGitHubRepository
{
    public required long Id { get; init; }

    public required string Owner { get; set; }

    public required string Name { get; set; }

    public string FullName => $"{Owner}/{Name}";

    public HashSet<string> Labels { get; } = new(StringComparer.OrdinalIgnoreCase) { "bug" };

    public int LastNumber { get; set; }
}
