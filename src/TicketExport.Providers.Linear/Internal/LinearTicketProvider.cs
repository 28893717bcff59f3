using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

internal sealed partial class LinearTicketProvider(IHttpClientFactory clients, HostLinks links, TimeProvider time) : ITicketProvider, ITargetRules, ITargetCheckProvider
{
    private const string IssueEntity = "Issue";

    private readonly LinearClient _client = new(clients);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = LinearDefaults.Key,
        DisplayName = "Linear",
        Aliases = [LinearDefaults.IssuesKey],
        DestinationSettings = [LinearDefaults.TeamSetting, LinearDefaults.ProjectSetting],
        RequiredFields = [LinearDefaults.TeamSetting],
        Guarantee = GuaranteeClass.NativeIdempotency,
        ReferenceKind = ReferenceKind.Issue,
        RepeatsComments = true,
        MarkerStamp = "the issue's id, which is chosen here, and a last line of the description",
        MarkerLookup = "a read by that id; a second create with it is refused by Linear",
        Markup = "Markdown without HTML",
        Limits = new ProviderLimits
        {
            Title = LinearTicketMapper.TitleLimit,
            Body = LinearTicketMapper.BodyLimit,
            Comment = LinearTicketMapper.BodyLimit,
            Label = LinearTicketMapper.LabelLimit,
            Labels = LinearDefaults.MaxLabels,
        },
        RateLimits = "2,500 requests an hour for each user with an API key, 5,000 with OAuth, and a limit on their complexity",
        Timeout = LinearDefaults.Timeout,
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = LinearTargetSettings.Read(target, credential, out var problems);
        return problems;
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new CreateOutcome.Rejected(fault!);
        }

        var wishes = LinearWishes.ForNew(session.Settings, request.Document);
        var prepared = await _client.PrepareAsync(session.Access, wishes.ToVariables(session.Settings.Team), cancellationToken).ConfigureAwait(false);
        if (session.Outcomes.ToNotCreated(prepared) is { } failed)
        {
            return failed;
        }

        if (LinearPlace.Read(prepared, session.Settings, wishes) is not { } place)
        {
            return new CreateOutcome.NotSent(session.UnreadableOf(prepared));
        }

        if (place.Fault is not null)
        {
            return new CreateOutcome.Rejected(place.Fault);
        }

        var (complete, problem) = await AddLabelsAsync(session, place, cancellationToken).ConfigureAwait(false);
        return problem is null
            ? await CreateAsync(session, request, complete, cancellationToken).ConfigureAwait(false)
            : session.Outcomes.ToNotCreated(problem) ?? new CreateOutcome.NotSent(session.UnreadableOf(problem));
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new FindOutcome.Failed(fault!);
        }

        // "Entity not found" says something only to credentials that are known to be good.
        var identity = await _client.IdentifyAsync(session.Access, cancellationToken).ConfigureAwait(false);
        if (LinearAnswers.ViewerOf(identity) is not { } viewer)
        {
            return session.Outcomes.ToFind(identity, static _ => null);
        }

        var id = LinearId.OfIssue(viewer.Organization!.Id!, request.Keys.IdempotencyKey);
        var found = await _client.FindIssueAsync(session.Access, id, cancellationToken).ConfigureAwait(false);
        return LinearErrorMap.IsMissing(found, IssueEntity)
            ? new FindOutcome.Repeatable()
            : session.Outcomes.ToFind(found, answer => LinearAnswers.IssueOf(answer) is { } issue && issue.Id == id
                ? new FindOutcome.Found([LinearAnswers.ReferenceOf(issue, session.Settings)])
                : null);
    }

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new TargetCheckOutcome.Refused(fault!);
        }

        var identity = await _client.IdentifyAsync(session.Access, cancellationToken).ConfigureAwait(false);
        if (LinearAnswers.ViewerOf(identity) is not { } viewer)
        {
            return session.Outcomes.ToCheck(identity, static _ => null);
        }

        var wishes = LinearWishes.ForCheck(session.Settings);
        var prepared = await _client.PrepareAsync(session.Access, wishes.ToVariables(session.Settings.Team), cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToCheck(prepared, _ => LinearPlace.Read(prepared, session.Settings, wishes) switch
        {
            null => null,
            { Fault: { } problem } => new TargetCheckOutcome.Refused(problem),
            var place => new TargetCheckOutcome.Connected(NameOf(viewer), [place.TeamName]),
        });
    }

    private static string NameOf(LinearUser viewer) => viewer.DisplayName ?? viewer.Name ?? viewer.Email ?? "";

    private async Task<CreateOutcome> CreateAsync(LinearSession session, CreateTicketRequest request, LinearPlace place, CancellationToken cancellationToken)
    {
        var link = LinkOf(request.Account.Id, request.Document.Source.ReportId);
        var input = LinearTicketMapper.ToNewIssue(request, session.Settings, place, link);
        var result = await _client.CreateIssueAsync(session.Access, input, cancellationToken).ConfigureAwait(false);
        var outcome = LinearErrorMap.IsConflict(result, IssueEntity)
            ? await AdoptAsync(session, input.Id!, request.Keys.Marker.Value, cancellationToken).ConfigureAwait(false)
            : session.Outcomes.ToCreate(result, answer => LinearAnswers.CreatedOf(answer, session.Settings));
        return outcome is CreateOutcome.Created created && link is not null
            ? await AttachAsync(session, created, LinearTicketMapper.ToAttachment(created.Ticket.ProviderTicketId, request.Document, link), cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    // Linear holds an issue of this id already: an earlier try made it. It is read before that is believed.
    private async Task<CreateOutcome> AdoptAsync(LinearSession session, string id, string marker, CancellationToken cancellationToken)
    {
        var found = await _client.FindIssueAsync(session.Access, id, cancellationToken).ConfigureAwait(false);
        if (LinearErrorMap.IsMissing(found, IssueEntity))
        {
            return new CreateOutcome.Rejected(LinearFaults.IssueHidden(session.Settings.Words));
        }

        if (session.Outcomes.ToNotCreated(found) is not null || LinearAnswers.IssueOf(found) is not { } issue || issue.Id != id)
        {
            return session.Outcomes.ToCreate(found, static _ => null) is CreateOutcome.Unknown unknown ? unknown : new CreateOutcome.Unknown(LinearFaults.NotReadBack);
        }

        return LinearFaults.HasOtherMarker(issue.Description, marker)
            ? new CreateOutcome.Rejected(LinearFaults.MarkerDiffers)
            : new CreateOutcome.Created(LinearAnswers.ReferenceOf(issue, session.Settings));
    }

    private async Task<CreateOutcome> AttachAsync(LinearSession session, CreateOutcome.Created created, LinearAttachmentInput link, CancellationToken cancellationToken)
    {
        var result = await _client.AttachLinkAsync(session.Access, link, cancellationToken).ConfigureAwait(false);
        var isAttached = LinearAnswers.DataOf(result)?.AttachmentCreate is { Success: true };
        return isAttached ? created : created with { FollowUpFault = session.FaultOf(result) };
    }

    /// <summary>Makes the labels that the team lacks, where the target allows it.</summary>
    /// <returns>The place with their ids, or the exchange that failed.</returns>
    private async Task<(LinearPlace Place, TicketHttpResult? Problem)> AddLabelsAsync(LinearSession session, LinearPlace place, CancellationToken cancellationToken)
    {
        var ids = place.LabelIds;
        foreach (var name in session.Settings.CreateLabels ? place.MissingLabels : [])
        {
            var label = new LinearLabelInput { Id = LinearId.OfLabel(place.TeamId, name), Name = name, TeamId = place.TeamId };
            var result = await _client.CreateLabelAsync(session.Access, label, cancellationToken).ConfigureAwait(false);
            if (LinearAnswers.DataOf(result)?.IssueLabelCreate is not { Success: true } && !LinearErrorMap.IsConflict(result, "IssueLabel"))
            {
                return (place, result);
            }

            ids = ids.Add(label.Id);
        }

        return (place with { LabelIds = ids }, null);
    }

    private LinearSession? Begin(TicketTarget target, TicketCredential credential, out ProviderFault? fault)
    {
        var settings = LinearTargetSettings.Read(target, credential, out var problems);
        fault = settings is null ? problems[0].ToFault() : null;
        return settings is null ? null : new LinearSession(settings, time);
    }

    // A path alone, which is what a host has unless it says more, leads nowhere from Linear.
    private Uri? LinkOf(string accountId, string? reportId) =>
        reportId is { Length: > 0 } ? RemoteText.ReadAddress(links.ReportOf(accountId, reportId)) : null;
}
