using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable.Import;

/// <summary>What came of one row of a filled-in file.</summary>
public sealed record PortableLinkResult
{
    private readonly ImmutableArray<PortableProblem> _problems = [];

    /// <summary>The ticket's number in the file, beginning with 1; 0 for a fault of the file itself, after which nothing follows.</summary>
    public required long Record { get; init; }

    /// <summary>The line of the file on which it begins, beginning with 1.</summary>
    public required long Line { get; init; }

    /// <summary>What came of it.</summary>
    public required PortableLinkOutcome Outcome { get; init; }

    /// <summary>The source and its ticket; <see langword="null"/> where the row does not give them.</summary>
    public LinkImport? Link { get; init; }

    /// <summary>The export that is linked now or that stands in the way.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>Why the row cannot be used; empty for every outcome but <see cref="PortableLinkOutcome.Invalid"/>. Holds no value of the row.</summary>
    public ImmutableArray<PortableProblem> Problems
    {
        get => _problems;
        init => _problems = value.IsDefault ? [] : value;
    }
}
