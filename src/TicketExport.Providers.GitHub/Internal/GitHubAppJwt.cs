using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>The signed statement by which a GitHub App asks for a token (RFC 7519, RS256).</summary>
internal static class GitHubAppJwt
{
    // GitHub takes at most ten minutes, counted by its own clock; the minute before now is for a clock of ours that is ahead.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(9);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8);

    public static string Create(GitHubAppCredential app, DateTimeOffset now)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(Claims(app.AppId, now))}";
        return $"{signed}.{Base64Url.EncodeToString(app.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static byte[] Claims(string appId, DateTimeOffset now)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("iat", (now - Early).ToUnixTimeSeconds());
            writer.WriteNumber("exp", (now + Life).ToUnixTimeSeconds());
            writer.WriteString("iss", appId);
            writer.WriteEndObject();
        }

        return output.ToArray();
    }
}
