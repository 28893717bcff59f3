using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace TicketExport.Testing.Internal;

internal static class FakeHttpReader
{
    public static async Task<FakeHttpRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        // Kestrel's own path is decoded, so that a slash inside a segment could not be told from one between two.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0];
        return new FakeHttpRequest
        {
            Method = context.Request.Method,
            Path = path,
            Segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            Query = QueryHelpers.ParseQuery(context.Request.QueryString.Value).ToImmutableDictionary(
                static parameter => parameter.Key,
                static parameter => parameter.Value.LastOrDefault() ?? "",
                StringComparer.Ordinal),
            Headers = context.Request.Headers.ToImmutableDictionary(
                static header => header.Key,
                static header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase),
            Body = body.ToArray(),
        };
    }
}
