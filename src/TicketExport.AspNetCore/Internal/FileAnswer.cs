using Microsoft.AspNetCore.Http;
using TicketExport.Decisions;

namespace TicketExport.AspNetCore.Internal;

/// <summary>A file as a download; never shown by a browser and never stored on the way.</summary>
internal sealed class FileAnswer(TicketFileContent file) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(file.Content, file.ContentType, file.FileName).ExecuteAsync(httpContext);
    }
}
