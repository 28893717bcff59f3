using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Stores.Sqlite.Internal;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class SqliteLedgerOptionsSetup(IServiceProvider services) : IConfigureOptions<SqliteLedgerOptions>
{
    public void Configure(SqliteLedgerOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(SqliteLedgerDefaults.SectionName).Bind(options);
}
