using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Http;

/// <summary>The answer to one request, read up to a cap and detached from its connection.</summary>
public sealed class TicketHttpAnswer
{
    private readonly HttpResponseHeaders _headers;

    internal TicketHttpAnswer(HttpResponseMessage response, byte[] body, TicketHttpBodyEnd bodyEnd)
    {
        _headers = response.Headers;
        Status = (int)response.StatusCode;
        MediaType = response.Content.Headers.ContentType?.MediaType;
        Body = body;
        BodyEnd = bodyEnd;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the status is 300 to 399; redirects are never followed.</summary>
    public bool IsRedirect => Status is >= 300 and < 400;

    /// <summary>The media type without parameters, such as <c>application/json</c>.</summary>
    public string? MediaType { get; }

    /// <summary>Whether the media type says JSON: <c>application/json</c> or one that ends in <c>+json</c>.</summary>
    public bool IsJson =>
        MediaType is { } type
        && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the media type says that this is a page for people, such as one to sign in: <c>text/html</c> or XHTML.</summary>
    public bool IsPage =>
        MediaType is { } type
        && (type.Equals("text/html", StringComparison.OrdinalIgnoreCase) || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body's bytes, at most the cap.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether <see cref="Body"/> is the whole body.</summary>
    public TicketHttpBodyEnd BodyEnd { get; }

    /// <summary>Gets a response header; several values are joined by a comma.</summary>
    public string? GetHeader(string name) =>
        _headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>Reads a complete JSON body.</summary>
    /// <returns>
    /// <see langword="false"/> for a login page, a cut body, broken JSON, JSON of another shape and the literal <c>null</c>: never an exception.
    /// </returns>
    /// <param name="type">The source-generated type information; its options set depth and duplicate rules.</param>
    /// <param name="value">What was read.</param>
    public bool TryReadJson<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value)
    {
        ArgumentNullException.ThrowIfNull(type);
        value = default;
        if (!IsJson || BodyEnd != TicketHttpBodyEnd.Complete)
        {
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize(Body.Span, type);
            return value is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            // A lone surrogate and invalid UTF-8 in a string surface as InvalidOperationException.
            return false;
        }
    }
}
