using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Which problems a route may answer, for its description.</summary>
internal static class Status
{
    public static readonly int[] OfRead = [401, 403, 404, 422, 503];

    public static readonly int[] OfApproval = [400, 401, 403, 404, 413, 415, 422, 503];

    public static readonly int[] OfChange = [400, 401, 403, 404, 409, 413, 415, 422, 429, 502, 503];

    public static readonly int[] OfInbound = [400, 401, 404, 408, 409, 413, 415, 422, 429, 503];

    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemBody>(status, ApiAnswer.ProblemJson);
        }

        return route;
    }
}
