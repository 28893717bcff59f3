using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Gives an attempt its token: the one of the credentials, or one of the app's installation.</summary>
/// <remarks>Two attempts at once may each ask for a token; GitHub lets both hold.</remarks>
internal sealed class GitHubTokens(TicketHttpApi api, TimeProvider time)
{
    private readonly GitHubTokenCache _cache = new(time);

    public async Task<GitHubTokenGrant> GetAsync(GitHubTargetSettings settings, CancellationToken cancellationToken)
    {
        if (settings.App is not { } app)
        {
            return GitHubTokenGrant.Given(settings.Token!, isReused: false);
        }

        return _cache.TryGet(app.CacheKeyFor(settings.Server.Root), out var token)
            ? GitHubTokenGrant.Given(token, isReused: true)
            : await AskAsync(settings, app, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a token that GitHub refused.</summary>
    public void Forget(GitHubTargetSettings settings, string token)
    {
        if (settings.App is { } app)
        {
            _cache.Forget(app.CacheKeyFor(settings.Server.Root), token);
        }
    }

    /// <summary>The access of the app itself, which knows the app's name and nothing of its repositories.</summary>
    public TicketHttpAccess AccessOf(GitHubTargetSettings settings, GitHubAppCredential app) =>
        GitHubAccess.Of(settings, GitHubAppJwt.Create(app, time.GetUtcNow()));

    private async Task<GitHubTokenGrant> AskAsync(GitHubTargetSettings settings, GitHubAppCredential app, CancellationToken cancellationToken)
    {
        var result = await api.SendAsync(
            AccessOf(settings, app),
            (HttpMethod.Post, TicketHttpPath.Of($"app/installations/{app.InstallationId}/access_tokens")),
            new GitHubTokenRequest(),
            GitHubJsonContext.Default.GitHubTokenRequest,
            cancellationToken).ConfigureAwait(false);
        if (result is not TicketHttpResult.Answered { Answer: { IsSuccess: true } answer }
            || !answer.TryReadJson(GitHubJsonContext.Default.GitHubTokenResponse, out var given)
            || string.IsNullOrEmpty(given.Token))
        {
            return GitHubTokenGrant.Refused(result);
        }

        if (given.ExpiresAt is { } endsAt)
        {
            _cache.Put(app.CacheKeyFor(settings.Server.Root), given.Token, endsAt);
        }

        return GitHubTokenGrant.Given(given.Token, isReused: false);
    }
}
