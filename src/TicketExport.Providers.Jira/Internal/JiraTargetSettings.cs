using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>A target that can be used: what its settings and secrets come to.</summary>
internal sealed record JiraTargetSettings
{
    public required JiraDeployment Deployment { get; init; }

    public required TicketHttpAccess Access { get; init; }

    /// <summary>The address that people open, with a slash at its end.</summary>
    public required Uri Site { get; init; }

    public required TicketHttpWords Words { get; init; }

    public required string Project { get; init; }

    public required string IssueType { get; init; }

    public required string? MarkerField { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    public required bool CommentsAreInternal { get; init; }

    /// <summary>What the target says of statuses, by name or id.</summary>
    public required FrozenDictionary<string, ProviderStatus> Statuses { get; init; }

    /// <summary>All settings, for those whose names hold a name of the tracker's.</summary>
    public required ImmutableDictionary<string, string> All { get; init; }

    public bool IsCloud => Deployment == JiraDeployment.Cloud;

    /// <summary>The version of the interface.</summary>
    public string Version => IsCloud ? "3" : "2";

    /// <summary>Whether the project is named by its id.</summary>
    public bool ProjectIsId => Project.All(char.IsAsciiDigit);

    public string? Text(string name) => All.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The ticket's address for people.</summary>
    public Uri? AddressOf(string? key) =>
        RemoteText.IsId(key) && !key.Contains('/', StringComparison.Ordinal) ? RemoteText.ReadAddress($"{Site.AbsoluteUri}browse/{Uri.EscapeDataString(key)}", Site) : null;
}
