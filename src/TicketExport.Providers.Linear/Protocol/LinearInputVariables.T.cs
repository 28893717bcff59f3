namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearInputVariables<T>(T Input);
