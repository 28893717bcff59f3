using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Whom the credentials belong to: a user, or an app as <c>slug[bot]</c>.</summary>
internal static class GitHubIdentity
{
    public static Task<TicketHttpResult> AskAsync(GitHubClient client, CancellationToken cancellationToken) => client.Session.Settings.App is { } app
        ? client.GetAppAsync(app, cancellationToken)
        : client.GetUserAsync(cancellationToken);

    /// <summary>Whether the token may not ask, as one that an app gave to somebody else; it may be good for tickets all the same.</summary>
    public static bool IsWithheld(TicketHttpResult result) =>
        result is TicketHttpResult.Answered { Answer: { Status: 403 } answer } && GitHubError.Read(answer).Says("not accessible by");

    public static string? Read(TicketHttpAnswer answer, GitHubTargetSettings settings)
    {
        if (settings.App is not null)
        {
            return answer.TryReadJson(GitHubJsonContext.Default.GitHubApp, out var app) && GitHubTargetSettings.ReadLogin(app.Slug) is { } slug ? $"{slug}[bot]" : null;
        }

        return answer.TryReadJson(GitHubJsonContext.Default.GitHubUser, out var user) ? GitHubTargetSettings.ReadLogin(user.Login) : null;
    }
}
