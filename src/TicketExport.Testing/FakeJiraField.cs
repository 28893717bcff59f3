using System.Collections.Immutable;

namespace TicketExport.Testing;

/// <summary>A field of the create screen of a <see cref="FakeJira"/>.</summary>
/// <param name="Key">The key, such as <c>customfield_10010</c>.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Type">What it holds, such as <c>string</c>, <c>number</c>, <c>option</c>, <c>user</c> or <c>date</c>.</param>
public sealed record FakeJiraField(string Key, string Name, string Type)
{
    /// <summary>What a field of type <c>array</c> holds several of.</summary>
    public string? Items { get; init; }

    /// <summary>Whether an issue without a value is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether Jira fills it by itself.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Whether it holds text of several lines, which Jira Cloud wants as a document.</summary>
    public bool IsRich { get; init; }

    /// <summary>The names of the values that it offers; their ids are the key's digits followed by 1, 2 and so on. Empty where it takes any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];
}
