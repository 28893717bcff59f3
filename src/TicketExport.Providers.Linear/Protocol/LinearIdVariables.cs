namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearIdVariables(string Id);
