namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearNoVariables;
