using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>What Jira's answers mean. Pure.</summary>
internal static class JiraErrorMap
{
    private const int MostFieldsNamed = 20;
    private const string Anonymous = "Jira did not know the credentials and answered as to a stranger. Renew them";

    // What Jira may find wrong with these comes from the document; every other field is filled by a setting.
    private static readonly ImmutableArray<string> OfDocument = ["summary", "description", "labels", "comment", "body"];

    private static readonly ImmutableArray<string> OfSettings =
    [
        "project", "issuetype", "priority", "assignee", "reporter", "components", "duedate", "environment", "fixVersions", "parent", "resolution", "security",
        "timetracking", "versions",
    ];

    /// <summary>The outcomes for one target and one kind of request.</summary>
    /// <param name="settings">The target.</param>
    /// <param name="time">Reads a wait that Jira asks for.</param>
    /// <param name="kind">What the request does.</param>
    /// <param name="sent">The fields that it sends.</param>
    public static TicketHttpOutcomes OutcomesFor(JiraTargetSettings settings, TimeProvider time, JiraRequestKind kind, IEnumerable<string>? sent = null)
    {
        ImmutableArray<string> fields = [.. sent ?? []];
        return new(settings.Words, answer => Judge(answer, settings.Words, time, (kind, fields)));
    }

    /// <summary>The outcomes of asking whose the credentials are: a place that is not there is the site's address.</summary>
    public static TicketHttpOutcomes OutcomesOfIdentity(JiraTargetSettings settings, TimeProvider time)
    {
        var words = settings.Words with { PlaceSetting = TicketHttpWords.AddressSetting };
        return new(words, answer => Judge(answer, words, time, (JiraRequestKind.Read, [])));
    }

    public static TicketHttpVerdict Judge(
        TicketHttpAnswer answer,
        TicketHttpWords words,
        TimeProvider time,
        (JiraRequestKind Kind, ImmutableArray<string> Sent) asked)
    {
        var error = answer.Status >= 400 && answer.TryReadJson(JiraJsonContext.Default.JiraErrorResponse, out var body) ? body : null;
        return answer.Status switch
        {
            429 => TicketHttpStatus.RateLimited(answer, words, WaitOf(answer, time), answer.GetHeader("RateLimit-Reason")),
            >= 400 and < 500 when SignInProblemOf(answer) is var (message, code) => Refused(answer, FailureReason.Authentication, message, words.CredentialSetting, code),
            < 300 when asked.Kind == JiraRequestKind.Read && IsAnonymous(answer) => Refused(answer, FailureReason.Authentication, Anonymous, words.CredentialSetting),
            400 when IsForbidden(error, asked.Sent) => Refused(
                answer,
                FailureReason.Permission,
                "Jira takes none of the fields, which means that the credentials may not create issues in the project, or were not understood. Give them the right, or change " + words.CredentialSetting,
                words.CredentialSetting),
            400 when FieldsOf(error, asked.Sent) is { Length: > 0 } fields => ToRefused(answer, fields),
            401 => Refused(answer, FailureReason.Authentication, $"Jira refused the credentials, or they lack a scope. Renew {words.CredentialSetting}", words.CredentialSetting, CodeOf(error)),
            410 => Refused(answer, FailureReason.Configuration, $"This Jira has no such interface any more. Set Settings:{JiraDefaults.DeploymentSetting} to cloud or data_center, whichever it is", $"Settings:{JiraDefaults.DeploymentSetting}", CodeOf(error)),
            423 => new TicketHttpVerdict.InDoubt(TicketHttpStatus.FaultOf(answer, FailureReason.Unavailable, "Jira could not answer now", CodeOf(error))),
            _ => TicketHttpStatus.Judge(answer, words, time, CodeOf(error)),
        };
    }

    // Without the right to create, or with credentials that got lost, Jira complains about every field (JRASERVER-44003).
    private static bool IsForbidden(JiraErrorResponse? error, ImmutableArray<string> sent)
    {
        var complaints = sent.Where(static field => field is not ("project" or "issuetype")).ToArray();
        return complaints.Length > 1 && error?.Errors is { } errors && Array.TrueForAll(complaints, errors.ContainsKey);
    }

    private static TicketHttpVerdict.Refused ToRefused(TicketHttpAnswer answer, string[] fields)
    {
        ImmutableArray<TargetProblem> problems =
        [
            .. fields
                .Where(static field => !OfDocument.Contains(field))
                .Select(static field => new TargetProblem(JiraFieldPlan.SettingOf(field), FailureReason.MappingIncomplete, $"Jira does not take an issue as it is because of the field {field}. Set a value that it takes.")),
        ];
        var named = string.Join(", ", fields);
        return problems.IsEmpty
            ? Refused(answer, FailureReason.Validation, $"Jira refused the content of {named}", null)
            : new(TicketHttpStatus.FaultOf(answer, FailureReason.MappingIncomplete, $"Jira does not take an issue as it is because of {named}. Set {string.Join(", ", problems.Select(static problem => problem.Setting))}") with
            {
                Setting = problems[0].Setting,
                Problems = problems,
            });
    }

    // Only names that are known to be fields: a name is the other side's text as well.
    private static string[] FieldsOf(JiraErrorResponse? error, ImmutableArray<string> sent) =>
        [.. (error?.Errors?.Keys ?? Enumerable.Empty<string>())
            .Where(field => sent.Contains(field) || OfDocument.Contains(field) || OfSettings.Contains(field) || IsCustom(field))
            .Order(StringComparer.Ordinal)
            .Take(MostFieldsNamed)];

    private static bool IsCustom(string field) =>
        field.StartsWith("customfield_", StringComparison.Ordinal) && RemoteText.IsCode(field) && field.AsSpan("customfield_".Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static (string Message, string? Code)? SignInProblemOf(TicketHttpAnswer answer)
    {
        const string denied = "AUTHENTICATION_DENIED";
        const string failed = "AUTHENTICATED_FAILED";
        return answer.GetHeader("X-Seraph-LoginReason") switch
        {
            { } reason when reason.Contains(denied, StringComparison.Ordinal) =>
                ("Jira wants a CAPTCHA after failed sign-ins. Sign in once with a browser, then renew the credentials", denied),
            { } reason when reason.Contains(failed, StringComparison.Ordinal) => ("Jira refused the credentials. Renew them", failed),
            _ => IsAnonymous(answer) ? (Anonymous, null) : null,
        };
    }

    private static bool IsAnonymous(TicketHttpAnswer answer) => answer.GetHeader("X-AUSERNAME") == "anonymous";

    private static DateTimeOffset? WaitOf(TicketHttpAnswer answer, TimeProvider time) =>
        RateLimitReset.Read(answer, "X-RateLimit-Reset", RateLimitForm.Timestamp, time)
        ?? RateLimitReset.Parse(answer.GetHeader("X-RateLimit-Interval-Seconds"), RateLimitForm.Seconds, time.GetUtcNow());

    private static string? CodeOf(JiraErrorResponse? error) => error?.ErrorMessages is [{ } first, ..] && RemoteText.IsCode(first) ? first : null;

    private static TicketHttpVerdict.Refused Refused(TicketHttpAnswer answer, FailureReason reason, string message, string? setting, string? code = null) =>
        new(TicketHttpStatus.FaultOf(answer, reason, message, code) with { Setting = setting });
}
