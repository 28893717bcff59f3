namespace TicketExport.Testing.Internal;

internal sealed class LinearTeam(string id, string key)
{
    public string Id { get; } = id;

    public string Key { get; } = key;

    public int LastNumber { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }

    public List<LinearState> States { get; } = [];
}
