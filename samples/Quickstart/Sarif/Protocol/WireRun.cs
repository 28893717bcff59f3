namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireRun
{
    public WireTool? Tool { get; init; }

    public WireResult?[]? Results { get; init; }

    public WireArtifact?[]? Artifacts { get; init; }

    public Dictionary<string, WireArtifactLocation?>? OriginalUriBaseIds { get; init; }

    public WireAutomation? AutomationDetails { get; init; }

    public WireRepository?[]? VersionControlProvenance { get; init; }
}
