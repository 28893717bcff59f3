namespace TicketExport.Http.GraphQl;

internal sealed record GraphQlTestVariables(string? Title);
