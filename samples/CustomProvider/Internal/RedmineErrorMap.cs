using CustomProvider.Protocol;
using TicketExport;
using TicketExport.Http;
using TicketExport.Providers;

namespace CustomProvider.Internal;

// What Redmine's answers mean. Its errors are sentences in the language of the key's user, so nothing is read from them.
internal sealed class RedmineErrorMap
{
    public static readonly TicketHttpWords Words = new(
        "Redmine",
        $"Credentials:{RedmineDefaults.ApiKeyCredential}",
        $"Settings:{RedmineDefaults.ProjectSetting}");

    private readonly TimeProvider _time;

    public RedmineErrorMap(TimeProvider time)
    {
        _time = time;
        Outcomes = new TicketHttpOutcomes(Words, Judge);
    }

    public TicketHttpOutcomes Outcomes { get; }

    public static RedmineIssue? ReadIssue(TicketHttpAnswer answer) =>
        answer.TryReadJson(RedmineJsonContext.Default.RedmineIssueEnvelope, out var envelope) && envelope.Issue is { Id: > 0 } issue ? issue : null;

    // Redmine leaves out a filter that it does not know and lists everything: then the list proves nothing.
    public static FindOutcome? ToFound(TicketHttpAnswer answer, FindTicketRequest request)
    {
        if (!answer.TryReadJson(RedmineJsonContext.Default.RedmineIssueList, out var list) || list.Issues is not { } issues)
        {
            return null;
        }

        var marker = request.Keys.Marker.Value;
        if (list.TotalCount > issues.Length || issues.Any(issue => issue.Description?.Contains(marker, StringComparison.Ordinal) != true))
        {
            return new FindOutcome.Failed(TicketHttpStatus.FaultOf(answer, FailureReason.Configuration, "This Redmine does not filter issues by their description, so no ticket can be found again. Use a newer version"));
        }

        var found = issues.Where(issue => RedmineTicketMapper.IsMarked(issue, marker)).OrderBy(static issue => issue.Id).ToArray();
        return found.Length == 0
            ? new FindOutcome.Absent(Proven: true)
            : new FindOutcome.Found([.. found.Select(issue => RedmineTicketMapper.ToReference(issue, request.Target))]);
    }

    public static ProviderFault RefusedByWorkflow(string setting) => new()
    {
        Reason = FailureReason.Permission,
        Message = $"Redmine kept the status: its workflow does not let this user go there. Set {setting} to a status that it may, or change the workflow.",
        Setting = setting,
    };

    public static ProviderFault NoStatus(string setting) => new()
    {
        Reason = FailureReason.Configuration,
        Message = $"Redmine shows this user no status to go to. Set {setting} to its number.",
        Setting = setting,
    };

    private TicketHttpVerdict Judge(TicketHttpAnswer answer) => answer.Status switch
    {
        422 => new TicketHttpVerdict.Refused(TicketHttpStatus.FaultOf(answer, FailureReason.Validation, "Redmine refused the ticket's fields. Check tracker, priority, assignee and the project's required fields") with { Setting = Words.PlaceSetting }),
        _ => TicketHttpStatus.Judge(answer, Words, _time),
    };
}
