namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearComparator(string Eq);
