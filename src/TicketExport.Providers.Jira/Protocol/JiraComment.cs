using System.Text.Json;

namespace TicketExport.Providers.Jira.Protocol;

internal sealed record JiraComment
{
    public string? Id { get; init; }

    public string? Self { get; init; }

    public JiraUser? Author { get; init; }

    public JiraUser? UpdateAuthor { get; init; }

    public JsonElement Body { get; init; }

    public string? Created { get; init; }

    public bool? JsdPublic { get; init; }

    public JsonElement? Visibility { get; init; }

    public JiraProperty[]? Properties { get; init; }
}
