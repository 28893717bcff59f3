using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One export with all its attempts.</summary>
internal sealed record ExportDetailBody
{
    [JsonPropertyName("export")]
    public required ExportBody Export { get; init; }

    [JsonPropertyName("attempts")]
    public required ImmutableArray<AttemptBody> Attempts { get; init; }
}
