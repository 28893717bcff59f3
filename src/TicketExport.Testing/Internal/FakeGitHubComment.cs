namespace TicketExport.Testing.Internal;

internal sealed record FakeGitHubComment(long Id, string Author, string Body, DateTimeOffset CreatedAt);
