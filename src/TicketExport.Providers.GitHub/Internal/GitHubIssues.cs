using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Reads GitHub's issues. Everything in them is untrusted.</summary>
internal static class GitHubIssues
{
    private const string Open = "open";
    private const string Closed = "closed";
    private const string AnyStamp = "<!-- ticketexport-";

    public static GitHubIssue? Read(TicketHttpAnswer answer) =>
        answer.TryReadJson(GitHubJsonContext.Default.GitHubIssue, out var issue) && issue is { Id: > 0, Number: > 0 } ? issue : null;

    /// <summary>An issue that answers for one place; <see langword="null"/> for one of another.</summary>
    public static GitHubIssue? Read(TicketHttpAnswer answer, GitHubPlace place) =>
        Read(answer) is { } issue && PlaceOf(issue)?.IsSameAs(place) != false ? issue : null;

    /// <summary>The reference of an issue. An answer without its repository is about the target's own.</summary>
    public static TicketReference ToReference(GitHubIssue issue, GitHubTargetSettings settings) => new()
    {
        ProviderTicketId = issue.Id.ToString(CultureInfo.InvariantCulture),
        ExternalIssueId = (PlaceOf(issue) ?? new GitHubPlace(settings.Owner, settings.Name, issue.Number)).ToString(),
        Url = RemoteText.ReadAddress(issue.HtmlUrl, settings.Server.Web),
    };

    /// <summary>The reference of an issue that is linked: whatever its place is now, it is the same ticket under the same id.</summary>
    public static TicketReference ToReference(GitHubIssue issue, TicketReference linked, GitHubTargetSettings settings) =>
        ToReference(issue, settings) with { ProviderTicketId = linked.ProviderTicketId };

    public static GitHubPlace? PlaceOf(GitHubIssue issue) => GitHubPlace.Of(issue.RepositoryUrl, issue.Number);

    /// <returns><see langword="null"/> for an issue without a state.</returns>
    public static TicketSnapshot? ToSnapshot(GitHubIssue issue, TicketReference linked, GitHubTargetSettings settings)
    {
        var (raw, status) = StatusOf(issue, settings);
        return raw is null
            ? null
            : new() { RawStatus = raw, Status = status, Reference = ToReference(issue, linked, settings), UpdatedAt = issue.UpdatedAt };
    }

    /// <summary>The state in GitHub's own words, such as <c>closed (not_planned)</c>, and in ours.</summary>
    public static (string? Raw, ProviderStatus Status) StatusOf(GitHubIssue issue, GitHubTargetSettings settings)
    {
        if (!RemoteText.IsCode(issue.State))
        {
            return (null, ProviderStatus.Unknown);
        }

        var raw = RemoteText.IsCode(issue.StateReason) ? $"{issue.State} ({issue.StateReason})" : issue.State;
        return issue.State switch
        {
            Open => OfLabels(issue, settings) is { } mapped ? mapped : (raw, ProviderStatus.Open),
            Closed => (raw, ProviderStatus.Done),
            _ => (raw, ProviderStatus.Unknown),
        };
    }

    public static bool IsOpen(GitHubIssue issue) => issue.State == Open;

    /// <summary>The names of the labels, which come as objects and in some answers as bare names.</summary>
    public static ImmutableArray<string> LabelsOf(GitHubIssue issue) => issue.Labels.ValueKind == JsonValueKind.Array
        ? [.. issue.Labels.EnumerateArray().Select(NameOf).OfType<string>()]
        : [];

    /// <summary>Whether an issue at the ticket's address is surely another one: another id, and no stamp of ours in its body.</summary>
    /// <remarks>An id alone is no proof: an issue that was transferred has a new one, and keeps its body.</remarks>
    public static bool IsAnother(GitHubIssue issue, TicketReference linked) =>
        long.TryParse(linked.ProviderTicketId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id != issue.Id
        && issue.Body?.Contains(AnyStamp, StringComparison.Ordinal) != true;

    /// <summary>What was asked for and is not in the answer, by kind: the values are the host's own.</summary>
    public static ImmutableArray<string> DroppedFrom(GitHubCreateIssueRequest asked, GitHubIssue made)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var labels = LabelsOf(made);
        AddIf(!labels.Contains(GitHubDefaults.MarkerLabel, StringComparer.OrdinalIgnoreCase), $"the label {GitHubDefaults.MarkerLabel}");
        AddIf(asked.Labels.Where(static label => label != GitHubDefaults.MarkerLabel).Except(labels, StringComparer.OrdinalIgnoreCase).Any(), "labels");
        AddIf(asked.Assignees?.Except((made.Assignees ?? []).Select(static user => user.Login ?? ""), StringComparer.OrdinalIgnoreCase).Any() == true, "the assignee");
        AddIf(asked.Milestone is { } milestone && made.Milestone?.Number != milestone, "the milestone");
        AddIf(asked.Type is { } type && !string.Equals(made.Type?.Name, type, StringComparison.OrdinalIgnoreCase), "the issue type");
        return parts.DrainToImmutable();

        void AddIf(bool isDropped, string part)
        {
            if (isDropped)
            {
                parts.Add(part);
            }
        }
    }

    private static (string Raw, ProviderStatus Status)? OfLabels(GitHubIssue issue, GitHubTargetSettings settings)
    {
        foreach (var label in LabelsOf(issue))
        {
            if (settings.StatusLabels.TryGetValue(label, out var status))
            {
                return ($"{Open} ({label})", status);
            }
        }

        return null;
    }

    private static string? NameOf(JsonElement label) => label.ValueKind switch
    {
        JsonValueKind.String => label.GetString(),
        JsonValueKind.Object when label.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };
}
