using Microsoft.AspNetCore.Http;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Reads the <c>Idempotency-Key</c> header of a request that changes something.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    private const int MaxLength = 255;

    public static (string? Key, ApiAnswer? Problem) Read(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.Headers.TryGetValue(Name, out var values))
        {
            return (null, null);
        }

        // The draft standard writes a quoted string, most clients a bare one.
        var key = values.Count == 1 ? values[0]?.Trim() ?? "" : "";
        key = key.Length > 2 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        return key.Length is > 0 and <= MaxLength && key.All(static letter => letter is > ' ' and <= '~' and not '"')
            ? (key, null)
            : (null, Problems.Invalid($"header {Name}", "format", $"Send it once, with 1 to {MaxLength} visible ASCII characters."));
    }
}
