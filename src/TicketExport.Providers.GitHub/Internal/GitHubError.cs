using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>What the body of a refusal says: the code and field of its first error, and texts to compare, which are never shown.</summary>
internal sealed class GitHubError
{
    private readonly string? _message;
    private readonly JsonElement[] _errors;

    private GitHubError(GitHubErrorResponse? body)
    {
        _message = body?.Message;
        _errors = body is { Errors.ValueKind: JsonValueKind.Array } ? [.. body.Errors.EnumerateArray()] : [];
        var first = _errors.FirstOrDefault(static error => error.ValueKind == JsonValueKind.Object);
        Code = TextOf(first, "code");
        Field = TextOf(first, "field");
    }

    /// <summary>GitHub's code, such as <c>missing_field</c>.</summary>
    public string? Code { get; }

    /// <summary>The field that the code is about, such as <c>title</c>.</summary>
    public string? Field { get; }

    public static GitHubError Read(TicketHttpAnswer answer) =>
        new(answer.TryReadJson(GitHubJsonContext.Default.GitHubErrorResponse, out var body) ? body : null);

    /// <summary>Whether the message or an error's sentence holds some words.</summary>
    public bool Says(string words) =>
        Holds(_message, words)
        || _errors.Any(error => error.ValueKind == JsonValueKind.String && Holds(error.GetString(), words));

    private static bool Holds(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static string? TextOf(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && RemoteText.IsCode(text)
            ? text
            : null;
}
