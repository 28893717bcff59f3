using System.Text.Json;

namespace TicketExport.Http.GraphQl;

/// <summary>One error of a GraphQL answer. All texts are untrusted.</summary>
public sealed record GraphQlError
{
    /// <summary>What went wrong, in the API's words; for comparing, never for showing.</summary>
    public string? Message { get; init; }

    /// <summary>What the API adds, such as its code.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>A text among <see cref="Extensions"/>.</summary>
    /// <param name="name">Its name, such as <c>code</c>.</param>
    /// <returns><see langword="null"/> where there is none, or it is no text.</returns>
    public string? GetExtension(string name) =>
        Extensions.ValueKind == JsonValueKind.Object
        && Extensions.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
