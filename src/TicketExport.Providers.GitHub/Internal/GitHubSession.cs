using System.Text.Json.Serialization.Metadata;
using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>One attempt at one target: its requests, with a token that is renewed once where a read finds it ended. Not thread-safe.</summary>
internal sealed class GitHubSession
{
    private readonly GitHubParts _parts;
    private string _token;

    private GitHubSession(GitHubParts parts, GitHubTargetSettings settings, GitHubErrorMap errors, string token)
    {
        (_parts, Settings, Errors, _token) = (parts, settings, errors, token);
        Access = GitHubAccess.Of(settings, token);
    }

    public GitHubTargetSettings Settings { get; }

    public GitHubErrorMap Errors { get; }

    public TicketHttpAccess Access { get; private set; }

    /// <summary>Opens a session, or tells which exchange brought no token.</summary>
    public static async Task<(GitHubSession? Session, TicketHttpResult? Refusal)> OpenAsync(
        GitHubParts parts,
        GitHubTargetSettings settings,
        GitHubErrorMap errors,
        CancellationToken cancellationToken)
    {
        var grant = await parts.Tokens.GetAsync(settings, cancellationToken).ConfigureAwait(false);
        if (grant.Token is not { } token)
        {
            return (null, grant.Refusal);
        }

        errors.IsTokenReused = grant.IsReused;
        return (new(parts, settings, errors, token), null);
    }

    public Task<TicketHttpResult> GetAsync(TicketHttpPath path, CancellationToken cancellationToken) =>
        RenewingAsync(access => _parts.Api.GetAsync(access, path, cancellationToken), cancellationToken);

    /// <summary>Reads at no cost to the quota where nothing changed.</summary>
    public Task<TicketHttpResult> GetCheaplyAsync(TicketHttpPath path, CancellationToken cancellationToken) =>
        RenewingAsync(access => _parts.Reads.GetAsync(access, path, cancellationToken), cancellationToken);

    /// <summary>Reads a page of a list, which is larger than other answers.</summary>
    public Task<TicketHttpResult> GetPageAsync(TicketHttpPath path, CancellationToken cancellationToken) =>
        RenewingAsync(access => _parts.Pages.GetAsync(access, path, cancellationToken), cancellationToken);

    /// <summary>Reads a page at an address that GitHub gave; see <see cref="TicketHttpAccess.IsHome"/>.</summary>
    public Task<TicketHttpResult> GetPageAsync(Uri address, CancellationToken cancellationToken) =>
        RenewingAsync(access => _parts.Pages.GetAsync(access, address, cancellationToken), cancellationToken);

    /// <summary>Reads as the app itself, not as its installation.</summary>
    public Task<TicketHttpResult> GetAsAppAsync(GitHubAppCredential app, TicketHttpPath path, CancellationToken cancellationToken) =>
        _parts.Api.GetAsync(_parts.Tokens.AccessOf(Settings, app), path, cancellationToken);

    /// <summary>Sends a change once.</summary>
    public async Task<TicketHttpResult> SendAsync<TBody>(
        (HttpMethod Method, TicketHttpPath Path) to,
        TBody body,
        JsonTypeInfo<TBody> type,
        CancellationToken cancellationToken)
    {
        var result = await _parts.Api.SendAsync(Access, to, body, type, cancellationToken).ConfigureAwait(false);
        if (IsRefusedForAge(result))
        {
            _parts.Tokens.Forget(Settings, _token);
        }

        return result;
    }

    private async Task<TicketHttpResult> RenewingAsync(Func<TicketHttpAccess, Task<TicketHttpResult>> read, CancellationToken cancellationToken)
    {
        var result = await read(Access).ConfigureAwait(false);
        if (!IsRefusedForAge(result))
        {
            return result;
        }

        _parts.Tokens.Forget(Settings, _token);
        var grant = await _parts.Tokens.GetAsync(Settings, cancellationToken).ConfigureAwait(false);
        if (grant.Token is not { } token)
        {
            return result;
        }

        (_token, Access, Errors.IsTokenReused) = (token, GitHubAccess.Of(Settings, token), grant.IsReused);
        return await read(Access).ConfigureAwait(false);
    }

    private bool IsRefusedForAge(TicketHttpResult result) =>
        Errors.IsTokenReused && result is TicketHttpResult.Answered { Answer.Status: 401 };
}
