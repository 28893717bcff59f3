namespace TicketExport.Testing.Internal;

internal sealed record LinearUser(string Id, string Email, bool IsActive);
