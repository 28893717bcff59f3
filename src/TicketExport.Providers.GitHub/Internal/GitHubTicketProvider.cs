using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

internal sealed partial class GitHubTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules, ITargetCheckProvider
{
    private static readonly GitHubCall<CreateOutcome> Creating = new(
        static fault => new CreateOutcome.Rejected(fault),
        static (outcomes, result) => outcomes.ToNotCreated(result)!);

    private static readonly GitHubCall<FindOutcome> Finding = new(
        static fault => new FindOutcome.Failed(fault),
        static (outcomes, result) => outcomes.ToFind(result, static _ => null));

    private static readonly GitHubCall<TargetCheckOutcome> Checking = new(
        static fault => new TargetCheckOutcome.Refused(fault),
        static (outcomes, result) => outcomes.ToCheck(result, static _ => null));

    private readonly GitHubParts _parts = new(clients, time);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = GitHubDefaults.Key,
        DisplayName = "GitHub",
        Aliases = ["github_issues", "github-issues", "github-enterprise"],
        DestinationSettings = [GitHubDefaults.RepositorySetting],
        RequiredFields = [GitHubDefaults.RepositorySetting],
        Guarantee = GuaranteeClass.LaggingLookup,
        ReferenceKind = ReferenceKind.Issue,
        SettleWindow = GitHubDefaults.SettleWindow,
        RepeatsComments = true,
        MarkerStamp = "an HTML comment at the end of the body, and a label",
        MarkerLookup = "the list of issues with the label, or by creator, whose replicas may lag",
        Markup = "GitHub Flavored Markdown",
        Limits = new()
        {
            Title = GitHubDefaults.TitleLimit,
            Body = GitHubDefaults.BodyLimit,
            Comment = GitHubDefaults.BodyLimit,
            Label = GitHubDefaults.LabelLimit,
            Labels = GitHubDefaults.LabelCount,
        },
        RateLimits = "5,000 requests an hour and user or installation, 80 new issues and comments a minute, 500 an hour; none on Enterprise Server by default",
        Timeout = GitHubDefaults.Timeout,
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = GitHubTargetSettings.Read(target, credential, out var problems);
        return problems;
    }

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        RunAsync(Creating, request.Target, request.Credential, client => CreateAsync(client, request, cancellationToken), cancellationToken);

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        RunAsync(Finding, request.Target, request.Credential, client => new GitHubLookUp(client).FindAsync(request, cancellationToken), cancellationToken);

    public Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken) =>
        RunAsync(Checking, request.Target, request.Credential, client => CheckAsync(client, cancellationToken), cancellationToken);

    private async Task<CreateOutcome> CreateAsync(GitHubClient client, CreateTicketRequest request, CancellationToken cancellationToken)
    {
        var (settings, errors) = (client.Session.Settings, client.Session.Errors);
        var preparation = new GitHubPreparation(client, _parts.Labels);
        var stop = await preparation.EnsureLabelsAsync(GitHubTicketMapper.LabelsOf(request.Document, settings), cancellationToken).ConfigureAwait(false);
        if (stop is not null)
        {
            return errors.Places.ToNotCreated(stop)!;
        }

        (var assignee, stop) = await preparation.ChooseAssigneeAsync(GitHubTicketMapper.AssigneeOf(request.Document), cancellationToken).ConfigureAwait(false);
        if (stop is not null)
        {
            return errors.Places.ToNotCreated(stop)!;
        }

        var wire = GitHubTicketMapper.ToCreate(request, settings, assignee);
        var result = await client.CreateIssueAsync(wire, cancellationToken).ConfigureAwait(false);
        ProviderFault? dropped = null;
        var outcome = errors.Places.ToCreate(result, answer =>
        {
            var issue = GitHubIssues.Read(answer);
            dropped = issue is null ? null : DroppedFrom(wire, issue, answer, client.Session);
            return issue is null ? null : GitHubIssues.ToReference(issue, settings);
        });
        return outcome is CreateOutcome.Created created ? created with { FollowUpFault = dropped } : outcome;
    }

    private ProviderFault? DroppedFrom(GitHubCreateIssueRequest wire, GitHubIssue issue, TicketHttpAnswer answer, GitHubSession session)
    {
        var parts = GitHubIssues.DroppedFrom(wire, issue);
        if (parts.IsEmpty)
        {
            return null;
        }

        _parts.Labels.Forget(session.Settings, wire.Labels);
        return session.Errors.PartsDropped(answer, parts);
    }

    private static async Task<TargetCheckOutcome> CheckAsync(GitHubClient client, CancellationToken cancellationToken)
    {
        var errors = client.Session.Errors;
        var asked = await GitHubIdentity.AskAsync(client, cancellationToken).ConfigureAwait(false);
        var identity = "a token of a GitHub App";
        if (!GitHubIdentity.IsWithheld(asked))
        {
            var known = errors.Places.ToCheck(asked, answer => GitHubIdentity.Read(answer, client.Session.Settings) is { } login ? new TargetCheckOutcome.Connected(login, []) : null);
            if (known is not TargetCheckOutcome.Connected { Identity: var login })
            {
                return known;
            }

            identity = login;
        }

        var result = await client.GetRepositoryAsync(cancellationToken).ConfigureAwait(false);
        return errors.Places.ToCheck(result, answer => ToConnected(answer, identity));
    }

    private static TargetCheckOutcome? ToConnected(TicketHttpAnswer answer, string identity)
    {
        if (!answer.TryReadJson(GitHubJsonContext.Default.GitHubRepository, out var repository)
            || repository.FullName is not { } name
            || !GitHubPlace.TryParseRepository(name, out _, out _))
        {
            return null;
        }

        var isShut = repository.IsArchived || repository.IsDisabled;
        return isShut || !repository.HasIssues
            ? new TargetCheckOutcome.Refused(GitHubErrorMap.Closed(answer, isShut))
            : new TargetCheckOutcome.Connected(identity, [name]);
    }

    private async Task<TOutcome> RunAsync<TOutcome>(
        GitHubCall<TOutcome> call,
        TicketTarget target,
        TicketCredential credential,
        Func<GitHubClient, Task<TOutcome>> run,
        CancellationToken cancellationToken)
    {
        if (GitHubTargetSettings.Read(target, credential, out var problems) is not { } settings)
        {
            return call.Refused(problems[0].ToFault());
        }

        var errors = new GitHubErrorMap(settings, _parts.Time);
        var (session, refusal) = await GitHubSession.OpenAsync(_parts, settings, errors, cancellationToken).ConfigureAwait(false);
        return session is null
            ? call.NoToken(errors.Tokens, refusal!)
            : await run(new GitHubClient(session)).ConfigureAwait(false);
    }
}
