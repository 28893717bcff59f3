using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Configuration;

/// <summary>Refuses to start with the ledger that forgets, where the host asks for one that does not.</summary>
internal sealed class DurableLedgerRule(IServiceProvider services) : IValidateOptions<TicketExportOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketExportOptions options) =>
        options.RequireDurableLedger && services.GetRequiredService<IExportLedger>() is InMemoryExportLedger
            ? ValidateOptionsResult.Fail(
                $"{TicketExportOptions.SectionName}:{nameof(options.RequireDurableLedger)} is set, and the ledger is the one in memory, which forgets its tickets with the process. "
                + "Add a durable one: services.AddTicketExport().UseSqlite(\"Data Source=data/tickets.db\").")
            : ValidateOptionsResult.Success;
}
