using System.Text.Json;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>The error of an answer. Untrusted text, never repeated as it is.</summary>
internal sealed record ServiceNowError(string? Message, string? Detail)
{
    private static readonly ServiceNowError None = new(null, null);

    public static ServiceNowError Read(TicketHttpAnswer answer)
    {
        if (!answer.TryReadJson(ServiceNowJsonContext.Default.ServiceNowErrorResponse, out var body))
        {
            return None;
        }

        return body.Error.ValueKind switch
        {
            JsonValueKind.Object => new(TextOf(body.Error, "message"), TextOf(body.Error, "detail")),
            JsonValueKind.String => new(TextOf(body.Error), null),
            _ => None,
        };
    }

    public bool Says(string words) => Holds(Message, words) || Holds(Detail, words);

    private static bool Holds(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static string? TextOf(JsonElement error, string name) => error.TryGetProperty(name, out var value) ? TextOf(value) : null;

    // A lone surrogate cannot be read as a string.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
