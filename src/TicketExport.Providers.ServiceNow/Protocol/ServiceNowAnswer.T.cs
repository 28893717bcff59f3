using System.Text.Json;

namespace TicketExport.Providers.ServiceNow.Protocol;

// An answer that was cut off by the instance's clock has both: what was written until then, and the error.
internal sealed record ServiceNowAnswer<T>
    where T : class
{
    public T? Result { get; init; }

    public JsonElement? Error { get; init; }
}
