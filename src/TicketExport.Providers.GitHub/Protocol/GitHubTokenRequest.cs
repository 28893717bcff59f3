using System.Text.Json.Serialization;

namespace TicketExport.Providers.GitHub.Protocol;

/// <summary>Asks for no more rights than tickets need, whatever the installation has.</summary>
internal sealed record GitHubTokenRequest
{
    [JsonPropertyName("permissions")]
    public IReadOnlyDictionary<string, string> Permissions { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["issues"] = "write", ["metadata"] = "read" };
}
