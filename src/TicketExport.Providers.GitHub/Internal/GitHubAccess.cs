using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>What all requests to a server carry.</summary>
internal static class GitHubAccess
{
    // Enterprise Server lags behind github.com and refuses a version that it does not know; this one is known by all.
    private const string ApiVersion = "2022-11-28";

    public static TicketHttpAccess Of(GitHubTargetSettings settings, string bearer) =>
        new TicketHttpAccess(settings.Server.Root, settings.Network)
            .WithHeader("Accept", "application/vnd.github+json")
            .WithHeader("X-GitHub-Api-Version", ApiVersion)
            .WithBearer(bearer);
}
