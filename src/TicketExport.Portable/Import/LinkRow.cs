using System.Collections.Immutable;
using TicketExport.Links;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable.Import;

/// <summary>A row of the file: a link, or why it is none.</summary>
internal sealed record LinkRow(long Record, long Line)
{
    public LinkImport? Link { get; init; }

    public TicketTarget? Target { get; init; }

    public ImmutableArray<PortableProblem> Problems { get; init; } = [];

    public PortableLinkResult ToResult(PortableLinkOutcome outcome) => new() { Record = Record, Line = Line, Outcome = outcome, Link = Link, Problems = Problems };
}
