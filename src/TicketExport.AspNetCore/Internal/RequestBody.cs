using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Reads bodies under a cap, whatever length the request claims.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>The body of one of our own routes.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, ApiAnswer? Problem)> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, MaxBytes, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            return (default, TooLarge(MaxBytes));
        }

        return body.IsEmpty || IsJson(request.ContentType) ? (body, null) : (default, NotJson);
    }

    /// <summary>The whole body, or <see langword="null"/> when it is larger than allowed.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));

    public static ApiAnswer TooLarge(int maxBytes) =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, ApiCodes.BodyTooLarge, $"The body is larger than {maxBytes} bytes. Nothing of it was used.");

    public static ApiAnswer NotJson =>
        Problems.Of(StatusCodes.Status415UnsupportedMediaType, ApiCodes.ContentTypeUnsupported, "Send the body as application/json.");
}
