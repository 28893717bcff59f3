using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

internal sealed partial class GitHubTicketProvider : IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider, ICommentProvider, IInboundProvider
{
    private static readonly GitHubCall<ReadOutcome> Reading = new(
        static fault => new ReadOutcome.Failed(fault),
        static (outcomes, result) => outcomes.ToRead(result, static _ => null));

    private static readonly GitHubCall<ChangeOutcome> Changing = new(
        static fault => new ChangeOutcome.Rejected(fault),
        static (outcomes, result) => outcomes.ToNotChanged(result)!);

    private static readonly GitHubCall<CommentOutcome> Commenting = new(
        static fault => new CommentOutcome.Rejected(fault),
        static (outcomes, result) => outcomes.ToComment(result, static _ => null));

    public Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken) =>
        RunAsync(Reading, request.Target, request.Credential, client => ReadAsync(client, request.Ticket, cancellationToken), cancellationToken);

    public Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken) =>
        RunAsync(Changing, request.Target, request.Credential, client => UpdateAsync(client, request, cancellationToken), cancellationToken);

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) => RunAsync(
        Changing,
        request.Target,
        request.Credential,
        client => SetStateAsync(client, request.Ticket, StateOf(client.Session.Settings), cancellationToken),
        cancellationToken);

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) => RunAsync(
        Changing,
        request.Target,
        request.Credential,
        client => SetStateAsync(client, request.Ticket, new() { State = "open", StateReason = "reopened" }, cancellationToken),
        cancellationToken);

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken) =>
        RunAsync(Commenting, request.Target, request.Credential, client => new GitHubComments(client).AddAsync(request, cancellationToken), cancellationToken);

    public InboundOutcome Read(InboundRequest request) => GitHubInbound.Read(request);

    private static GitHubStateRequest StateOf(GitHubTargetSettings settings) =>
        new() { State = "closed", StateReason = GitHubTargetSettings.WordOf(settings.CloseReason)! };

    private static async Task<ReadOutcome> ReadAsync(GitHubClient client, TicketReference ticket, CancellationToken cancellationToken)
    {
        var (settings, errors) = (client.Session.Settings, client.Session.Errors);
        if (GitHubPlace.Of(ticket, settings) is not { } place)
        {
            return new ReadOutcome.Failed(GitHubErrorMap.NoPlace);
        }

        var result = await client.GetIssueCheaplyAsync(place, cancellationToken).ConfigureAwait(false);
        if (GitHubPages.MovedTo(result, client.Session.Access) is { } address)
        {
            result = await client.GetPageAsync(address, cancellationToken).ConfigureAwait(false);
            return errors.Issues.ToRead(result, answer => GitHubIssues.Read(answer) is { } issue ? GitHubIssues.ToSnapshot(issue, ticket, settings) : null);
        }

        ProviderFault? replaced = null;
        var outcome = errors.Issues.ToRead(result, answer =>
        {
            var issue = GitHubIssues.Read(answer, place);
            replaced = issue is not null && GitHubIssues.IsAnother(issue, ticket) ? GitHubErrorMap.Replaced(answer) : null;
            return issue is null ? null : GitHubIssues.ToSnapshot(issue, ticket, settings);
        });
        return replaced is null ? outcome : new ReadOutcome.Missing(replaced);
    }

    private static async Task<ChangeOutcome> UpdateAsync(GitHubClient client, UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        var (settings, errors) = (client.Session.Settings, client.Session.Errors);
        if (GitHubPlace.Of(request.Ticket, settings) is not { } place)
        {
            return new ChangeOutcome.Rejected(GitHubErrorMap.NoPlace);
        }

        var read = await GitHubMoves.ReadAsync(client, place, cancellationToken).ConfigureAwait(false);
        if (errors.Issues.ToNotChanged(read) is { } outcome)
        {
            return outcome;
        }

        var answer = ((TicketHttpResult.Answered)read).Answer;
        if (GitHubIssues.Read(answer) is not { } issue)
        {
            return new ChangeOutcome.NotSent(errors.Unreadable(answer));
        }

        if (GitHubIssues.IsAnother(issue, request.Ticket))
        {
            return new ChangeOutcome.Missing(GitHubErrorMap.Replaced(answer));
        }

        place = GitHubIssues.PlaceOf(issue) ?? place;
        var wire = GitHubTicketMapper.ToUpdate(request, settings, GitHubIssues.LabelsOf(issue));
        var result = await client.UpdateIssueAsync(place, wire, cancellationToken).ConfigureAwait(false);
        return errors.Issues.ToChange(result, changed => GitHubIssues.Read(changed, place) is { } now ? GitHubIssues.ToReference(now, request.Ticket, settings) : null);
    }

    private static async Task<ChangeOutcome> SetStateAsync(GitHubClient client, TicketReference ticket, GitHubStateRequest state, CancellationToken cancellationToken)
    {
        var (settings, errors) = (client.Session.Settings, client.Session.Errors);
        if (GitHubPlace.Of(ticket, settings) is not { } place)
        {
            return new ChangeOutcome.Rejected(GitHubErrorMap.NoPlace);
        }

        var result = await GitHubMoves.SendAsync(client, place, at => client.SetStateAsync(at, state, cancellationToken), cancellationToken).ConfigureAwait(false);
        return errors.Issues.ToChange(result, answer =>
            GitHubIssues.Read(answer) is { } issue && issue.State == state.State ? GitHubIssues.ToReference(issue, ticket, settings) : null);
    }
}
