namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearUpdateVariables(string Id, LinearIssueInput Input);
