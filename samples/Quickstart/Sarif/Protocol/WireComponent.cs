namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireComponent
{
    public string? Name { get; init; }

    public string? Guid { get; init; }

    public string? Version { get; init; }

    public string? SemanticVersion { get; init; }

    public WireRule?[]? Rules { get; init; }

    public Dictionary<string, WireText?>? GlobalMessageStrings { get; init; }
}
