using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TicketExport.Http;
using TicketExport.Rendering;

namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : ITicketProvider, ITargetRules
{
    private readonly TimeProvider _time;
    private readonly JiraClient _client;
    private readonly JiraScreens _screens;

    public JiraTicketProvider(IHttpClientFactory clients, TimeProvider time)
    {
        _time = time;
        _client = new JiraClient(clients);
        _screens = new JiraScreens(new JiraScreenReader(_client), time);
    }

    public ProviderSheet Sheet { get; } = new()
    {
        Key = JiraDefaults.Key,
        DisplayName = "Jira",
        Aliases = [JiraDefaults.CloudKey, "jira-cloud", JiraDefaults.DataCenterKey, "jira-data-center"],
        DestinationSettings = [JiraDefaults.ApiUrlSetting, JiraDefaults.ProjectSetting],
        RequiredFields = [JiraDefaults.ProjectSetting, JiraDefaults.IssueTypeSetting],
        Guarantee = GuaranteeClass.LaggingLookup,
        ReferenceKind = ReferenceKind.Issue,
        SettleWindow = JiraDefaults.SettleWindow,
        RepeatsComments = true,
        MarkerStamp = "a label and an entity property, both in the create request",
        MarkerLookup = "a JQL search for the label, whose index lags, verified by the property",
        Markup = "Atlassian Document Format; wiki markup at a Data Center",
        Limits = new()
        {
            Title = new(JiraDefaults.MaxSummaryLength, TextUnit.Utf16),
            Body = new(JiraDefaults.MaxTextLength, TextUnit.Utf16),
            Comment = new(JiraDefaults.MaxTextLength, TextUnit.Utf16),
            Label = new(JiraDefaults.MaxLabelLength, TextUnit.Utf16),
        },
        RateLimits = "Cloud: about 100 requests a second for each kind, and an hourly quota for OAuth; Data Center: as its administrator sets it",
        Timeout = JiraDefaults.Timeout,
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        _ = JiraSettingsReader.Read(target, credential, out var problems);
        return problems;
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new CreateOutcome.Rejected(fault!);
        }

        var (plan, screen, refusal) = await PlanAsync(request, settings, cancellationToken).ConfigureAwait(false);
        if (plan is null)
        {
            return refusal!;
        }

        var issue = JiraTicketMapper.ToCreate(settings, request, screen!, plan);
        var result = await _client.CreateAsync(settings, issue, cancellationToken).ConfigureAwait(false);
        var sent = ((JsonObject)issue["fields"]!).Select(static field => field.Key);
        var outcome = JiraErrorMap.OutcomesFor(settings, _time, JiraRequestKind.Create, sent).ToCreate(result, answer => JiraReading.Created(answer, settings));
        return outcome is CreateOutcome.Rejected { Fault.ResponseCode: 400 } rejected
            ? await ExplainAsync(request, settings, rejected, cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new FindOutcome.Failed(fault!);
        }

        var search = JiraTicketMapper.ToSearch(settings, request.Keys.Marker);
        var result = await _client.SearchAsync(settings, search, cancellationToken).ConfigureAwait(false);
        var outcome = Reads(settings).ToFind(result, answer => JiraReading.Found(answer, settings, request.Keys.Marker));

        // Jira finds nothing for strangers and for users who lost sight of the project, and calls neither an error.
        return outcome is not FindOutcome.Absent
            ? outcome
            : await ReachAsync(settings, cancellationToken).ConfigureAwait(false) switch
            {
                TargetCheckOutcome.Refused refused => new FindOutcome.Failed(refused.Fault),
                TargetCheckOutcome.Failed failed => new FindOutcome.Failed(failed.Fault, failed.Until),
                _ => outcome,
            };
    }

    private async Task<(JiraPlan? Plan, JiraScreen? Screen, CreateOutcome? Refusal)> PlanAsync(
        CreateTicketRequest request,
        JiraTargetSettings settings,
        CancellationToken cancellationToken)
    {
        var read = await _screens.FindAsync(request.Account.Id, request.Target, settings, cancellationToken).ConfigureAwait(false);
        if (read is JiraScreenRead.Found { IsFresh: false } remembered && !JiraFieldPlan.Make(settings, remembered.Screen, request.Document).Problems.IsEmpty)
        {
            read = await _screens.RefreshAsync(request.Account.Id, request.Target, settings, cancellationToken).ConfigureAwait(false);
        }

        switch (read)
        {
            case JiraScreenRead.Found found:
                var plan = JiraFieldPlan.Make(settings, found.Screen, request.Document);
                return plan.Problems.IsEmpty ? (plan, found.Screen, null) : (null, null, new CreateOutcome.Rejected(plan.ToFault()));
            case JiraScreenRead.NotOffered notOffered:
                return (null, null, await ExplainAsync(settings, notOffered, cancellationToken).ConfigureAwait(false));
            case JiraScreenRead.Failed failed:
                return (null, null, Reads(settings).ToNotCreated(failed.Result) ?? NotCreated(Unreadable(failed.Result, settings)));
            default:
                throw new InvalidOperationException("JiraScreenRead is a closed set.");
        }
    }

    // The screen may have changed since it was read. Then the refusal names everything that it wants now.
    private async Task<CreateOutcome.Rejected> ExplainAsync(
        CreateTicketRequest request,
        JiraTargetSettings settings,
        CreateOutcome.Rejected rejected,
        CancellationToken cancellationToken)
    {
        var read = await _screens.RefreshAsync(request.Account.Id, request.Target, settings, cancellationToken).ConfigureAwait(false);
        return read is JiraScreenRead.Found found && JiraFieldPlan.Make(settings, found.Screen, request.Document) is { Problems.IsEmpty: false } plan
            ? new CreateOutcome.Rejected(plan.ToFault() with { ResponseCode = rejected.Fault.ResponseCode, ProviderErrorCode = rejected.Fault.ProviderErrorCode })
            : rejected;
    }

    // To strangers Jira offers nothing, and does not say that it is because of them.
    private async Task<CreateOutcome> ExplainAsync(JiraTargetSettings settings, JiraScreenRead.NotOffered notOffered, CancellationToken cancellationToken) =>
        await ReachAsync(settings, cancellationToken).ConfigureAwait(false) switch
        {
            TargetCheckOutcome.Refused refused => new CreateOutcome.Rejected(refused.Fault),
            TargetCheckOutcome.Failed { Until: { } until } limited => new CreateOutcome.RateLimited(limited.Fault, until),
            TargetCheckOutcome.Failed failed => new CreateOutcome.NotSent(failed.Fault),
            _ => new CreateOutcome.Rejected(notOffered.Fault),
        };

    private TicketHttpOutcomes Reads(JiraTargetSettings settings) => JiraErrorMap.OutcomesFor(settings, _time, JiraRequestKind.Read);

    private static JiraTargetSettings? Read(TicketTarget target, TicketCredential credential, out ProviderFault? fault)
    {
        var settings = JiraSettingsReader.Read(target, credential, out var problems);
        fault = settings is null ? problems[0].ToFault() with { Problems = problems } : null;
        return settings;
    }

    private static ProviderFault Unreadable(TicketHttpResult result, JiraTargetSettings settings) =>
        TicketHttpStatus.UnreadableOf(((TicketHttpResult.Answered)result).Answer, settings.Words);

    // It was a question that could not be read: the create itself never left.
    private static CreateOutcome NotCreated(ProviderFault fault) => fault.Reason == FailureReason.Authentication
        ? new CreateOutcome.Rejected(fault)
        : new CreateOutcome.NotSent(fault with { Reason = FailureReason.Unavailable });
}
