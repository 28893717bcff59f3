using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Addresses that GitHub gives: of further pages, and of what has moved.</summary>
internal static class GitHubPages
{
    /// <summary>Where a read was sent on to; <see langword="null"/> where it was not, or to another origin.</summary>
    public static Uri? MovedTo(TicketHttpResult result, TicketHttpAccess access) =>
        IsMoved(result, out var answer)
        && Uri.TryCreate(access.Root, answer!.GetHeader("Location") ?? "", out var address)
        && access.IsHome(address)
        && answer.GetHeader("Location") is { Length: > 0 }
            ? address
            : null;

    public static bool IsMoved(TicketHttpResult result, out TicketHttpAnswer? answer)
    {
        answer = (result as TicketHttpResult.Answered)?.Answer;
        return answer is { Status: 301 or 302 or 307 or 308 };
    }

    /// <summary>Whether the answer names a next page, wherever that is.</summary>
    public static bool NamesNext(TicketHttpAnswer answer) =>
        answer.GetHeader("Link")?.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) == true;
}
