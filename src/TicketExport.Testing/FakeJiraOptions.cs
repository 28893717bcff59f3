namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeJira"/>.</summary>
public sealed class FakeJiraOptions
{
    /// <summary>Whether it is a Data Center: version 2 of the interface, wiki markup, users with names.</summary>
    /// <value>Default: <see langword="false"/>, Jira Cloud with version 3 and the Atlassian Document Format.</value>
    public bool IsDataCenter { get; set; }

    /// <summary>The path below which a Data Center lies, such as <c>jira</c>.</summary>
    /// <value>Default: empty.</value>
    public string ContextPath { get; set; } = "";

    /// <summary>The key of the one project.</summary>
    /// <value>Default: <c>PROJ</c>, which gives <c>PROJ-1</c>.</value>
    public string ProjectKey { get; set; } = "PROJ";

    /// <summary>The names of the issue types.</summary>
    /// <value>Default: <c>Task</c> and <c>Bug</c>.</value>
    public IList<string> IssueTypes { get; } = ["Task", "Bug"];

    /// <summary>Fields of the create screen beside summary, description, labels, priority, assignee, reporter and components.</summary>
    /// <value>Default: empty.</value>
    public IList<FakeJiraField> Fields { get; } = [];

    /// <summary>Keys of those seven, but summary, that the create and edit screens do not have.</summary>
    /// <value>Default: empty.</value>
    public ISet<string> LeftOut { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the transition that closes demands a resolution.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ClosingNeedsResolution { get; set; }

    /// <summary>The token: an API token, and a personal access token at a Data Center.</summary>
    /// <value>Default: a random one; read it from <see cref="FakeJira.Token"/>.</value>
    public string? Token { get; set; }

    /// <summary>The tracker's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
