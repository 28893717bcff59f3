namespace TicketExport.Testing.Internal;

// One error as Linear describes it.
internal sealed record LinearProblem(string Message, string Code, string Type)
{
    public string? Presentable { get; init; }

    public string? Path { get; init; }

    public static LinearProblem Schema(string message) => new(message, "GRAPHQL_VALIDATION_FAILED", "graphql error");

    public static LinearProblem Input(string message) => new("Argument Validation Error", "INVALID_INPUT", "invalid input") { Presentable = message };

    public static LinearProblem NotFound(string entity) =>
        new($"Entity not found: {entity}", "INPUT_ERROR", "invalid input") { Presentable = $"Could not find referenced {entity}." };

    public static LinearProblem Conflict(string entity, string id) =>
        new($"conflict on insert of {entity}", "INPUT_ERROR", "invalid input") { Presentable = $"Entity {entity} with id {id} already exists." };
}
