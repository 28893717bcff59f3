using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>What all attempts share.</summary>
internal sealed class GitHubParts
{
    // An issue's body has at most 65,536 characters, each up to six bytes once it is JSON; a page has 50 of them.
    private const int MaxAnswerBytes = 1024 * 1024;
    private const int MaxPageBytes = 16 * 1024 * 1024;

    public GitHubParts(IHttpClientFactory clients, TimeProvider time)
    {
        Time = time;
        Api = new(clients, GitHubDefaults.HttpClientName, MaxAnswerBytes);
        Pages = new(clients, GitHubDefaults.HttpClientName, MaxPageBytes);
        Reads = new(Api);
        Tokens = new(Api, time);
    }

    public TimeProvider Time { get; }

    public TicketHttpApi Api { get; }

    public TicketHttpApi Pages { get; }

    public TicketHttpReadCache Reads { get; }

    public GitHubTokens Tokens { get; }

    public GitHubLabelMemory Labels { get; } = new();
}
