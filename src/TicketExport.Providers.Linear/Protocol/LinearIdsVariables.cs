namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearIdsVariables(string[] Ids);
