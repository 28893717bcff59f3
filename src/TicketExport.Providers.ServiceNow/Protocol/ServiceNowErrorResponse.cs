using System.Text.Json;

namespace TicketExport.Providers.ServiceNow.Protocol;

// The error is an object with message and detail; where it comes from OAuth, it is a word.
internal sealed record ServiceNowErrorResponse
{
    public JsonElement Error { get; init; }
}
