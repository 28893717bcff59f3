using TicketExport.Contract;

namespace TicketExport.AspNetCore.Tests;

/// <summary>Callers by the key in their header: <c>account:right:name</c>.</summary>
internal sealed class TestAuthorizer(Calls calls) : ITicketExportAuthorizer
{
    public const string Header = "X-Test-Key";

    public Task<TicketExportAccess> AuthorizeAsync(TicketExportAccessQuery query, CancellationToken cancellationToken)
    {
        calls.Queries.Enqueue(query with { Http = null! });
        string[]? key = query.Http.Request.Headers.TryGetValue(Header, out var value) ? value.ToString().Split(':') : null;
        return Task.FromResult<TicketExportAccess>(key switch
        {
            null => new TicketExportAccess.Anonymous("TestKey"),
            [var account, _, _] when account != query.Organisation => new TicketExportAccess.Denied(),
            [var account, "read", var name] => new TicketExportAccess.Granted(new AccountScope { Id = account }, TicketExportAccessLevel.Read, name) { ActorName = $"{name} of {account}" },
            [var account, "configure", var name] => new TicketExportAccess.Granted(new AccountScope { Id = account.Length == 0 ? "sole" : account }, TicketExportAccessLevel.Configure, name),
            _ => new TicketExportAccess.Granted(new AccountScope { Id = "any" }, TicketExportAccessLevel.None, "nobody"),
        });
    }
}
