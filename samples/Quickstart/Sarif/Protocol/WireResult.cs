using System.Text.Json;

namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireResult
{
    public string? RuleId { get; init; }

    public int? RuleIndex { get; init; }

    public WireReference? Rule { get; init; }

    public string? Kind { get; init; }

    public string? Level { get; init; }

    public WireMessage? Message { get; init; }

    public WireLocation?[]? Locations { get; init; }

    public WireLocation?[]? RelatedLocations { get; init; }

    public Dictionary<string, string?>? Fingerprints { get; init; }

    public Dictionary<string, string?>? PartialFingerprints { get; init; }

    public WireSuppression?[]? Suppressions { get; init; }

    public string? BaselineState { get; init; }

    public WireReference?[]? Taxa { get; init; }

    public string? HostedViewerUri { get; init; }

    public JsonElement Properties { get; init; }
}
