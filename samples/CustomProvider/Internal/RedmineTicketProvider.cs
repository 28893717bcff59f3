using System.Collections.Immutable;
using TicketExport;
using TicketExport.Http;
using TicketExport.Providers;

namespace CustomProvider.Internal;

internal sealed partial class RedmineTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules, ITargetCheckProvider
{
    private readonly RedmineClient _client = new(clients);
    private readonly RedmineErrorMap _errors = new(time);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = RedmineDefaults.Key,
        DisplayName = "Redmine",
        Guarantee = GuaranteeClass.ConsistentLookup,
        ReferenceKind = ReferenceKind.Issue,
        DestinationSettings = [RedmineDefaults.ProjectSetting],
        RequiredFields = [RedmineDefaults.ProjectSetting],

        // The list is never behind, but a request whose caller left goes on to its end.
        SettleWindow = TimeSpan.FromSeconds(60),
        RepeatsComments = true,
        MarkerStamp = "the last line of the description",
        MarkerLookup = "a filter on the description, read from the database",
        Markup = "CommonMark, as set under Text formatting",
        Limits = RedmineTicketMapper.Limits,
        RateLimits = "none",
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = RedmineTargetSettings.Read(target, credential, out var problems);
        return problems;
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new CreateOutcome.Rejected(problems[0].ToFault());
        }

        var result = await _client.CreateAsync(settings, RedmineTicketMapper.ToNewIssue(request, settings), cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToCreate(result, answer => ReferenceIn(answer, request.Target));
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new FindOutcome.Failed(problems[0].ToFault());
        }

        // A key that was revoked sees an anonymous visitor's issues, which would look like a proof that there is none.
        var identity = await _client.IdentifyAsync(settings, cancellationToken).ConfigureAwait(false);
        if (_errors.Outcomes.ToFind(identity, static answer => IsSomebody(answer) ? new FindOutcome.Absent(Proven: false) : null) is FindOutcome.Failed failed)
        {
            return failed;
        }

        var result = await _client.FindAsync(settings, request.Keys.Marker, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToFind(result, answer => RedmineErrorMap.ToFound(answer, request));
    }

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new TargetCheckOutcome.Refused(problems[0].ToFault());
        }

        var login = "";
        var identity = await _client.IdentifyAsync(settings, cancellationToken).ConfigureAwait(false);
        var known = _errors.Outcomes.ToCheck(identity, answer => LoginIn(answer) is { } name ? new TargetCheckOutcome.Connected(login = name, []) : null);
        if (known is not TargetCheckOutcome.Connected)
        {
            return known;
        }

        var project = await _client.ReadProjectAsync(settings, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToCheck(project, answer =>
            answer.TryReadJson(RedmineJsonContext.Default.RedmineProjectEnvelope, out var envelope) && envelope.Project?.Name is { } name
                ? new TargetCheckOutcome.Connected(login, [name])
                : null);
    }

    private static TicketReference? ReferenceIn(TicketHttpAnswer answer, TicketTarget target) =>
        RedmineErrorMap.ReadIssue(answer) is { } issue ? RedmineTicketMapper.ToReference(issue, target) : null;

    private static bool IsSomebody(TicketHttpAnswer answer) => LoginIn(answer) is not null;

    private static string? LoginIn(TicketHttpAnswer answer) =>
        answer.TryReadJson(RedmineJsonContext.Default.RedmineUserEnvelope, out var envelope) && envelope.User is { Id: > 0, Login: { Length: > 0 } login }
            ? login
            : null;
}
