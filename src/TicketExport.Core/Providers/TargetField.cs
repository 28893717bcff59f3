using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>A field of a new ticket, as its tracker describes it. Names and values are untrusted text.</summary>
public sealed record TargetField
{
    private readonly ImmutableArray<TargetFieldValue> _allowedValues = [];

    /// <summary>The tracker's own key of the field, such as <c>customfield_10010</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The tracker's word for what the field holds, such as <c>option</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the tracker refuses a ticket without a value and has none of its own.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether an export to this target gives the field a value.</summary>
    public bool IsMapped { get; init; }

    /// <summary>The setting that gives the field a value, such as <c>Settings:field.customfield_10010</c>; <see langword="null"/> where none can.</summary>
    public string? Setting { get; init; }

    /// <summary>The values that the tracker takes, at most the first hundred; empty where it takes any.</summary>
    public ImmutableArray<TargetFieldValue> AllowedValues
    {
        get => _allowedValues;
        init => _allowedValues = value.IsDefault ? [] : value;
    }
}
