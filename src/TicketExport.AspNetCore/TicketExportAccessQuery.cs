using Microsoft.AspNetCore.Http;

namespace TicketExport.AspNetCore;

/// <summary>Who asks for what, before anything of the request is believed.</summary>
public sealed record TicketExportAccessQuery
{
    /// <summary>The request, with its user.</summary>
    public required HttpContext Http { get; init; }

    /// <summary>
    /// The account as the route names it (<c>{orgId}</c>): untrusted text that the caller chose. Empty where the routes name none.
    /// </summary>
    public required string Organisation { get; init; }

    /// <summary>What the request asks for.</summary>
    public required TicketExportOperation Operation { get; init; }

    /// <summary>What that needs.</summary>
    public required TicketExportAccessLevel Permission { get; init; }

    /// <summary>The source as the route names it; <see langword="null"/> for a request that names none.</summary>
    public SourceKey? Source { get; init; }
}
