using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace TicketExport.Testing;

/// <summary>What a <see cref="FakeTrackerServer"/> answers.</summary>
public sealed record FakeHttpReply
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The headers beside those of the body.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body's type.</summary>
    public string ContentType { get; init; } = JsonType;

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The marker that the request carried; for <see cref="FakeTrackerCall.Marker"/>.</summary>
    public string? Marker { get; init; }

    /// <summary>The key of the ticket that the request made or met; for <see cref="FakeTrackerCall.TicketKey"/>.</summary>
    public string? TicketKey { get; init; }

    /// <summary>Answers with a status and no body.</summary>
    /// <param name="status">The HTTP status.</param>
    public static FakeHttpReply Empty(int status) => new() { Status = status };

    /// <summary>Answers with JSON.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    public static FakeHttpReply Json(int status, JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new() { Status = status, Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    /// <summary>Answers with text of any type.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type.</param>
    public static FakeHttpReply Text(int status, string body, string contentType) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes(body), ContentType = contentType };

    /// <summary>The same answer with one more header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public FakeHttpReply With(string name, string value) => this with { Headers = Headers.SetItem(name, value) };
}
