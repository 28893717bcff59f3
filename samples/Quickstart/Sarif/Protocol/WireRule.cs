using System.Text.Json;

namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireRule
{
    public string? Id { get; init; }

    public string? Guid { get; init; }

    public string? Name { get; init; }

    public WireText? ShortDescription { get; init; }

    public WireText? FullDescription { get; init; }

    public string? HelpUri { get; init; }

    public Dictionary<string, WireText?>? MessageStrings { get; init; }

    public WireConfiguration? DefaultConfiguration { get; init; }

    public WireRelationship?[]? Relationships { get; init; }

    public JsonElement Properties { get; init; }
}
