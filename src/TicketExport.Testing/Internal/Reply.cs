using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace TicketExport.Testing.Internal;

internal static class Reply
{
    public static Task JsonAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type) =>
        BytesAsync(context, status, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static async Task BytesAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        if (body.IsEmpty)
        {
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
