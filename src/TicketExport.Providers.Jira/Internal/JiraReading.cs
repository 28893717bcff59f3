using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Reads answers. What is not as it should be is <see langword="null"/>. Pure.</summary>
internal static class JiraReading
{
    public static TicketReference? Created(TicketHttpAnswer answer, JiraTargetSettings settings) =>
        answer.TryReadJson(JiraJsonContext.Default.JiraCreatedIssue, out var issue) ? ReferenceOf(issue.Id, issue.Key, settings) : null;

    public static FindOutcome? Found(TicketHttpAnswer answer, JiraTargetSettings settings, TicketMarker marker)
    {
        if (!answer.TryReadJson(JiraJsonContext.Default.JiraSearchResponse, out var found) || found.Issues is not { } issues)
        {
            return null;
        }

        var carriers = issues.Where(issue => JiraTicketMapper.Carries(issue, marker, settings.MarkerField)).ToArray();
        ImmutableArray<TicketReference> tickets =
        [
            .. carriers
                .Select(issue => ReferenceOf(issue.Id, issue.Key, settings))
                .OfType<TicketReference>()
                .OrderBy(static ticket => ticket.ProviderTicketId.Length)
                .ThenBy(static ticket => ticket.ProviderTicketId, StringComparer.Ordinal),
        ];
        return tickets.Length != carriers.Length ? null : tickets.IsEmpty ? new FindOutcome.Absent(Proven: false) : new FindOutcome.Found(tickets);
    }

    /// <summary>An issue that was asked for by id, or by a key, which may have changed since.</summary>
    public static (JiraIssue Issue, TicketReference Reference)? Issue(TicketHttpAnswer answer, JiraTargetSettings settings, TicketReference asked) =>
        answer.TryReadJson(JiraJsonContext.Default.JiraIssue, out var issue)
        && ReferenceOf(issue.Id, issue.Key, settings) is { } reference
        && (issue.Id == asked.ProviderTicketId || !asked.ProviderTicketId.All(char.IsAsciiDigit))
            ? (issue, reference)
            : null;

    public static TicketSnapshot? Snapshot(TicketHttpAnswer answer, JiraTargetSettings settings, TicketReference asked) =>
        Issue(answer, settings, asked) is var (issue, _) ? Snapshot(issue, settings) : null;

    public static TicketSnapshot? Snapshot(JiraIssue issue, JiraTargetSettings settings) =>
        ReferenceOf(issue.Id, issue.Key, settings) is { } reference && issue.Fields is { Status: { } status } fields
            ? new()
            {
                RawStatus = status.Name ?? status.Id ?? "",
                Status = JiraStatusMap.Of(status, settings.Statuses),
                Reference = reference,
                UpdatedAt = TimeOf(fields.Updated),
            }
            : null;

    public static TicketReference? ReferenceOf(string? id, string? key, JiraTargetSettings settings) => RemoteText.IsId(id)
        ? new() { ProviderTicketId = id, ExternalIssueId = RemoteText.IsId(key) ? key : null, Url = settings.AddressOf(key) }
        : null;

    /// <summary>A time of Jira's, whose offset has no colon.</summary>
    public static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:ss.fffK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    public static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? TextOf(member) : null;

    public static string? TextOf(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
