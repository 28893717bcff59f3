namespace TicketExport.Testing.Internal;

internal sealed record LinearState(string Id, string Name, string Type, int Position);
