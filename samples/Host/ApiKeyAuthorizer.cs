using TicketExport.AspNetCore;
using TicketExport.Contract;

namespace TicketExport.Samples.Host;

/// <summary>Two people for each customer, told by the key that they send. A product asks its own sign-in instead.</summary>
internal sealed class ApiKeyAuthorizer : ITicketExportAuthorizer
{
    private static readonly Dictionary<string, (string Account, TicketExportAccessLevel Level, string Name)> People = new(StringComparer.Ordinal)
    {
        ["demo-acme-reader"] = ("acme", TicketExportAccessLevel.Read, "Ria"),
        ["demo-acme-operator"] = ("acme", TicketExportAccessLevel.Configure, "Otto"),
        ["demo-globex-reader"] = ("globex", TicketExportAccessLevel.Read, "Gil"),
        ["demo-globex-operator"] = ("globex", TicketExportAccessLevel.Configure, "Odile"),
    };

    public Task<TicketExportAccess> AuthorizeAsync(TicketExportAccessQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<TicketExportAccess>(People.TryGetValue(query.Http.Request.Headers["X-Api-Key"].ToString(), out var person) switch
        {
            false => new TicketExportAccess.Anonymous("ApiKey"),
            true when person.Account != query.Organisation => new TicketExportAccess.Denied(),
            true => new TicketExportAccess.Granted(new AccountScope { Id = person.Account }, person.Level, person.Name),
        });
}
