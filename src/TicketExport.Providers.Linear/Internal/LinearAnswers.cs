using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Reads what an answer brought. Everything in it is untrusted.</summary>
internal static class LinearAnswers
{
    public static LinearData? DataOf(TicketHttpResult result) =>
        result is TicketHttpResult.Answered { Answer: var answer } ? LinearErrorMap.Read(answer)?.Data : null;

    /// <summary>Whose the credentials are; <see langword="null"/> where the workspace is not named.</summary>
    public static LinearUser? ViewerOf(TicketHttpResult result) =>
        DataOf(result)?.Viewer is { Organization: { } organization } viewer && RemoteText.IsId(organization.Id) ? viewer : null;

    /// <summary>The issue; <see langword="null"/> where it has no usable id.</summary>
    public static LinearIssue? IssueOf(TicketHttpAnswer answer) => Checked(LinearErrorMap.Read(answer)?.Data?.Issue);

    public static LinearIssue? IssueOf(TicketHttpResult result) => Checked(DataOf(result)?.Issue);

    /// <summary>Whether an issue is the one that was asked for; a ticket that was linked by hand may be named by its identifier, which moves on.</summary>
    public static bool IsAsked(LinearIssue issue, TicketReference ticket) =>
        issue.Id == ticket.ProviderTicketId || !LinearTargetSettings.IsUuid(ticket.ProviderTicketId);

    public static TicketReference? CreatedOf(TicketHttpAnswer answer, LinearTargetSettings settings) =>
        LinearErrorMap.Read(answer)?.Data?.IssueCreate is { Success: true } payload && Checked(payload.Issue) is { } issue ? ReferenceOf(issue, settings) : null;

    public static TicketReference? UpdatedOf(TicketHttpAnswer answer, LinearTargetSettings settings) =>
        LinearErrorMap.Read(answer)?.Data?.IssueUpdate is { Success: true } payload && Checked(payload.Issue) is { } issue ? ReferenceOf(issue, settings) : null;

    public static string? CommentIdOf(TicketHttpAnswer answer) =>
        LinearErrorMap.Read(answer)?.Data?.CommentCreate is { Success: true } payload ? payload.Comment?.Id : null;

    public static TicketReference ReferenceOf(LinearIssue issue, LinearTargetSettings settings) => new()
    {
        ProviderTicketId = issue.Id!,
        ExternalIssueId = RemoteText.IsId(issue.Identifier) ? issue.Identifier : null,
        Url = RemoteText.ReadAddress(issue.Url, settings.WebOrigin),
    };

    public static TicketSnapshot SnapshotOf(LinearIssue issue, LinearTargetSettings settings) => new()
    {
        RawStatus = issue.State?.Name ?? issue.State?.Type ?? "",
        Status = LinearStates.StatusOf(issue.State, settings.Statuses),
        Reference = ReferenceOf(issue, settings),
        UpdatedAt = issue.UpdatedAt,
    };

    /// <summary>Whether a ticket's address says that it is in another workspace than the credentials.</summary>
    public static bool IsElsewhere(TicketReference ticket, LinearOrganization organization, LinearTargetSettings settings)
    {
        if (RemoteText.ReadAddress(ticket.Url?.AbsoluteUri, settings.WebOrigin) is not { Segments: [_, var first, _, ..] } || organization.UrlKey is not { Length: > 0 } key)
        {
            return false;
        }

        var workspace = first.TrimEnd('/');
        return !Is(key, workspace) && !organization.PreviousUrlKeys.Any(previous => Is(previous, workspace));
    }

    private static LinearIssue? Checked(LinearIssue? issue) => RemoteText.IsId(issue?.Id) ? issue : null;

    private static bool Is(string key, string workspace) => string.Equals(key, workspace, StringComparison.OrdinalIgnoreCase);
}
