using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

internal sealed partial class ServiceNowTicketProvider(IHttpClientFactory clients, HostLinks links, TimeProvider time) : ITicketProvider, ITargetRules, ITargetCheckProvider
{
    private const string Somebody = "a user whose record the credentials may not read";

    private readonly ServiceNowClient _client = new(clients);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = ServiceNowDefaults.Key,
        DisplayName = "ServiceNow",
        Aliases = [ServiceNowDefaults.UnderscoreKey],
        DestinationSettings = [ServiceNowDefaults.TableSetting, ServiceNowDefaults.AssignmentGroupSetting],
        Guarantee = GuaranteeClass.ConsistentLookup,
        ReferenceKind = ReferenceKind.Issue,

        // The query reads the database, but a transaction goes on when its caller has left, up to the instance's own limit.
        SettleWindow = ServiceNowDefaults.SettleWindow,
        RepeatsComments = true,
        MarkerStamp = "the field correlation_id",
        MarkerLookup = "a query on correlation_id, read from the database and compared letter by letter",
        Markup = "plain text",
        Limits = new ProviderLimits
        {
            Title = ServiceNowDefaults.TitleLimit,
            Body = ServiceNowDefaults.BodyLimit,
            Comment = ServiceNowDefaults.CommentLimit,
        },
        RateLimits = "none unless the instance's administrators set one by the hour",
        Timeout = ServiceNowDefaults.Timeout,
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = ServiceNowTargetSettings.Read(target, credential, out var problems);
        return problems;
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new CreateOutcome.Rejected(fault!);
        }

        var settings = session.Settings;
        var fields = ServiceNowTicketMapper.ToNewRecord(request, settings, LinkOf(request.Account.Id, request.Document.Source.ReportId));
        var result = await _client.CreateAsync(settings, fields, cancellationToken).ConfigureAwait(false);
        var isStamped = false;
        var outcome = session.Outcomes.ToCreate(result, answer =>
        {
            var record = ServiceNowAnswers.RecordOf(answer);
            isStamped = record?.CorrelationId == request.Keys.Marker.Value;
            return record is null ? null : ServiceNowAnswers.ReferenceOf(record, settings);
        });
        return outcome is CreateOutcome.Created created && !isStamped
            ? created with { FollowUpFault = ServiceNowFaults.NotStamped(settings) }
            : outcome;
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new FindOutcome.Failed(fault!);
        }

        var settings = session.Settings;
        var marker = request.Keys.Marker;
        var result = await _client.FindAsync(settings, marker, cancellationToken).ConfigureAwait(false);
        var outcome = session.Outcomes.ToFind(result, answer => ServiceNowLookUp.Read(answer, marker.Value, settings));
        if (outcome is not FindOutcome.Absent)
        {
            return outcome;
        }

        var probe = await _client.ProbeAsync(settings, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToFind(probe, answer => ServiceNowLookUp.Prove(answer, settings));
    }

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new TargetCheckOutcome.Refused(fault!);
        }

        var settings = session.Settings;
        var identity = await _client.IdentifyAsync(settings, cancellationToken).ConfigureAwait(false);
        var name = Somebody;
        if (identity is not TicketHttpResult.Answered { Answer.Status: 403 })
        {
            var known = session.Elsewhere.ToCheck(identity, static answer => NameIn(answer) is { } found ? new TargetCheckOutcome.Connected(found, []) : null);
            if (known is not TargetCheckOutcome.Connected connected)
            {
                return known;
            }

            name = connected.Identity;
        }

        var probe = await _client.ProbeAsync(settings, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToCheck(probe, answer => ServiceNowLookUp.FaultOf(answer, settings) switch
        {
            (false, _) => null,
            (true, { } problem) => new TargetCheckOutcome.Refused(problem),
            _ => new TargetCheckOutcome.Connected(name, [settings.Table]),
        });
    }

    private static string? NameIn(TicketHttpAnswer answer) => ServiceNowAnswers.UsersOf(answer) switch
    {
        null => null,
        [{ UserName: { Length: > 0 } login }, ..] => login,
        [{ Name: { Length: > 0 } name }, ..] => name,
        _ => Somebody,
    };

    private ServiceNowSession? Begin(TicketTarget target, TicketCredential credential, out ProviderFault? fault)
    {
        var settings = ServiceNowTargetSettings.Read(target, credential, out var problems);
        fault = settings is null ? problems[0].ToFault() : null;
        return settings is null ? null : new ServiceNowSession(settings, time);
    }

    // A path alone, which is what a host has unless it says more, leads nowhere from ServiceNow.
    private string? LinkOf(string accountId, string? reportId) =>
        reportId is { Length: > 0 } ? RemoteText.ReadAddress(links.ReportOf(accountId, reportId))?.AbsoluteUri : null;
}
