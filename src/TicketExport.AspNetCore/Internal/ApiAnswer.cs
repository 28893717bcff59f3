using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TicketExport.AspNetCore.Internal;

/// <summary>An answer whose bytes are known: written with our own contracts, so that no JSON option of the host changes a name.</summary>
internal sealed record ApiAnswer : IResult
{
    public const string Json = "application/json";
    public const string ProblemJson = "application/problem+json";

    public required int Status { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? Challenge { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static ApiAnswer Of<T>(int status, T body, JsonTypeInfo<T> contract) => new()
    {
        Status = status,
        Body = JsonSerializer.SerializeToUtf8Bytes(body, contract),
        ContentType = Json,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        WriteHeaders(response.Headers);
        if (HttpMethods.IsGet(request.Method) && Status == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span).AsSpan(0, 16))}\"");
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = "private, no-cache";
            if (IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        if (ContentType is not null)
        {
            response.ContentType = ContentType;
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private void WriteHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (Location is not null)
        {
            headers.Location = Location;
        }

        if (Challenge is not null)
        {
            headers.WWWAuthenticate = Challenge;
        }

        if (RetryAfterSeconds is { } seconds)
        {
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
