using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>A token to send with, or why there is none. Not a record: those print their members.</summary>
internal sealed class GitHubTokenGrant
{
    private GitHubTokenGrant(string? token, bool isReused, TicketHttpResult? refusal) => (Token, IsReused, Refusal) = (token, isReused, refusal);

    public string? Token { get; }

    /// <summary>Whether the token was made for an earlier attempt.</summary>
    public bool IsReused { get; }

    /// <summary>The exchange that should have brought a token.</summary>
    public TicketHttpResult? Refusal { get; }

    public static GitHubTokenGrant Given(string token, bool isReused) => new(token, isReused, null);

    public static GitHubTokenGrant Refused(TicketHttpResult refusal) => new(null, false, refusal);
}
