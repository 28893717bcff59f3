using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.AspNetCore.Internal;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps TicketExport to endpoints.</summary>
public static class TicketExportEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps tickets, comments, reviews, exports, files and readiness of an account below <c>{prefix}/orgs/{orgId}</c>, and the inbound
    /// webhook at <c>{prefix}/webhooks/ticket-sync/{targetKey}</c>. The routes are listed in docs/aspnetcore.md.
    /// </summary>
    /// <remarks>
    /// Every request but the inbound one is decided by the host's <see cref="TicketExport.AspNetCore.ITicketExportAuthorizer"/>; the inbound
    /// one is authorized by its signature alone and stays open to callers without a login, whatever conventions are added.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">What all routes begin with.</param>
    /// <returns>Takes further conventions, such as a rate limit or a policy for CORS.</returns>
    /// <exception cref="InvalidOperationException">
    /// <c>AddEndpoints()</c>, <c>UseAuthorizer&lt;T&gt;()</c> or <c>UseSources&lt;T&gt;()</c> was not called; the message holds the line to add.
    /// </exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public static IEndpointConventionBuilder MapTicketExport(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/api/v1")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        MissingRegistrations.Throw(endpoints.ServiceProvider);
        var options = endpoints.ServiceProvider.GetRequiredService<EndpointSettings>().Options;
        var root = endpoints.MapGroup(prefix).WithTags("TicketExport");
        var account = root.MapGroup(options.AccountRoute);
        foreach (var (segment, sourceType) in options.SourceRoutes.OrderBy(static route => route.Key, StringComparer.Ordinal))
        {
            SourceRoutes.Map(account, segment, sourceType);
        }

        AccountRoutes.Map(account);
        AccountRoutes.MapInbound(root);
        return root;
    }
}
