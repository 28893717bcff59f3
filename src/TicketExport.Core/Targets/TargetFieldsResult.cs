using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>The fields of a new ticket, or why they are not known.</summary>
public sealed record TargetFieldsResult
{
    private readonly ImmutableArray<TargetField> _fields = [];

    /// <summary>The fields, those that the tracker demands first; empty when there is a <see cref="Failure"/>.</summary>
    public ImmutableArray<TargetField> Fields
    {
        get => _fields;
        init => _fields = value.IsDefault ? [] : value;
    }

    /// <summary>Why the fields are not known; <see langword="null"/> when they are.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Before when the tracker wants no request, if it said so.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
