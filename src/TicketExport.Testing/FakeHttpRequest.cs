using System.Collections.Immutable;
using System.Text.Json;

namespace TicketExport.Testing;

/// <summary>A request as a <see cref="FakeTrackerServer"/> got it.</summary>
public sealed record FakeHttpRequest
{
    /// <summary>The method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, with its leading slash and its percent-encoding, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The path's segments, decoded.</summary>
    public required ImmutableArray<string> Segments { get; init; }

    /// <summary>The parameters of the query, decoded; of a repeated one the last.</summary>
    public required ImmutableDictionary<string, string> Query { get; init; }

    /// <summary>The headers by name, compared without case; several values are joined by a comma.</summary>
    public required ImmutableDictionary<string, string> Headers { get; init; }

    /// <summary>The body's bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Reads the body as JSON.</summary>
    /// <returns>An element of kind <see cref="JsonValueKind.Undefined"/> for a body that is none.</returns>
    public JsonElement ReadJson()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
