using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// What the endpoints of the fake tracker read and answer alike.
internal static class FakeReplies
{
    public const int MaxTitleLength = 255;

    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Task RefuseAsync(HttpContext context, FakeTrackerFault.Refuse refusal, params string[] fields)
    {
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var error = new FakeErrorResponse { Error = new FakeError { Code = refusal.Code, Fields = fields.Length == 0 ? null : fields } };
        return Reply.JsonAsync(context, refusal.Status, error, FakeJsonContext.Default.FakeErrorResponse);
    }

    public static Task LoginPageAsync(HttpContext context) =>
        Reply.BytesAsync(context, 200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<!doctype html><title>Sign in</title><form method=post></form>"));

    public static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static FakeTicketResponse ToResponse(FakeTicket ticket) => new()
    {
        Id = ticket.Id,
        Key = ticket.Key,
        Url = ticket.Url.AbsoluteUri,
        Title = ticket.Title,
        Marker = ticket.Marker,
        Status = ticket.Status,
        UpdatedAt = ticket.UpdatedAt,
    };
}
